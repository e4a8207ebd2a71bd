// Solutions of spec.py's families; see AUTHORING.md.

//: family parse_settings
import java.util.LinkedHashMap;
import java.util.Map;

final class ParseSettings {
    static Map<String, String> parseSettings(String text) {
        Map<String, String> settings = new LinkedHashMap<>();
        String[] lines = text.split("\n");
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i];
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            int equals = line.indexOf('=');
            if (equals < 0 || line.substring(0, equals).isBlank()) {
                throw new IllegalArgumentException("line " + (i + 1) + ": no setting");
            }
            String key = line.substring(0, equals).strip();
            String value = line.substring(equals + 1).strip();
            settings.put(key, value); //: again=last
            settings.putIfAbsent(key, value); //: again=first
        }
        return settings;
    }
}

//: family parse_csv_line
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

final class ParseCsvLine {
    private static final Pattern CELL =
            Pattern.compile("\\G(?:\"((?:[^\"]|\"\")*)\"|([^\",][^,]*|))(,|$)");

    static List<String> parseCsvLine(String line) {
        List<String> cells = new ArrayList<>();
        Matcher cell = CELL.matcher(line);
        while (cell.find()) {
            String quoted = cell.group(1);
            if (quoted != null) {
                cells.add(quoted.replace("\"\"", "\""));
            } else {
                cells.add(cell.group(2)); //: spaces=kept
                cells.add(cell.group(2).strip()); //: spaces=trimmed
            }
            if (cell.group(3).isEmpty()) {
                return cells;
            }
        }
        throw new IllegalArgumentException("malformed line");
    }
}

//: family to_csv_line
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

final class ToCsvLine {
    static String toCsvLine(List<String> cells) {
        return cells.stream()
                .map(ToCsvLine::quoted)
                .collect(Collectors.joining(DELIMITER));
    }

    private static String quoted(String cell) {
        if (Stream.of(DELIMITER, "\"", "\n").noneMatch(cell::contains)) {
            return cell;
        }
        return '"' + cell.replace("\"", "\"\"") + '"';
    }
}

//: family parse_query
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

final class ParseQuery {
    static Map<String, List<String>> parseQuery(String query) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String part : query.split("&")) { //: plus=literal
        for (String part : query.replace('+', ' ').split("&")) { //: plus=space
            if (!part.isEmpty()) {
                String[] pair = part.split("=", 2);
                String value = pair.length > 1 ? pair[1] : "";
                values.computeIfAbsent(pair[0], name -> new ArrayList<>()).add(value);
            }
        }
        return values;
    }
}

//: family evaluate
import java.util.regex.Matcher;
import java.util.regex.Pattern;

final class Evaluate {
    private static final Pattern STEP = Pattern.compile("([-+*]?) *(\\d+)");

    static int evaluate(String expression) {
        Matcher step = STEP.matcher(expression);
        //: precedence=usual
        int total = 0;
        int term = 0;
        while (step.find()) {
            int number = Integer.parseInt(step.group(2));
            if (step.group(1).equals("*")) {
                term *= number;
            } else {
                total += term;
                term = step.group(1).equals("-") ? -number : number;
            }
        }
        return total + term;
        //: precedence=none
        int result = 0;
        while (step.find()) {
            int number = Integer.parseInt(step.group(2));
            result = switch (step.group(1)) {
                case "*" -> result * number;
                case "-" -> result - number;
                default -> result + number;
            };
        }
        return result;
        //: end
    }
}

//: family render
import java.util.Map;
import java.util.NoSuchElementException; //: unknown=error
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

final class Render {
    private static final Pattern NAME = Pattern.compile("\\[([a-z]+)\\]");

    static String render(String template, Map<String, String> values) {
        return NAME.matcher(template)
                .replaceAll(match -> Matcher.quoteReplacement(value(match, values)));
    }

    private static String value(MatchResult match, Map<String, String> values) {
        return values.getOrDefault(match.group(1), match.group()); //: unknown=kept
        return values.getOrDefault(match.group(1), ""); //: unknown=empty
        //: unknown=error
        String value = values.get(match.group(1));
        if (value == null) {
            throw new NoSuchElementException("no value for " + match.group(1));
        }
        return value;
        //: end
    }
}

//: family count_levels
import java.util.Map;
import java.util.Set; //: unknown!=counted
import java.util.stream.Collectors;

final class CountLevels {
    //: unknown!=counted
    private static final Set<String> KNOWN = Set.of("INFO", "WARN", "ERROR");

    //: end
    static Map<String, Long> countLevels(String log) {
        return log.lines()
                .map(line -> line.split(" "))
                .filter(fields -> fields.length > 1)
                .map(fields -> fields[1])
                .filter(KNOWN::contains) //: unknown=skipped
                .map(level -> KNOWN.contains(level) ? level : "OTHER") //: unknown=other
                .collect(Collectors.groupingBy(level -> level, Collectors.counting()));
    }
}

//: family parse_arguments
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

final class ParseArguments {
    record Parsed(Map<String, String> options, List<String> plain) {}

    static Parsed parseArguments(List<String> arguments) {
        Map<String, String> options = new HashMap<>();
        List<String> plain = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.equals("--")) {
                plain.addAll(arguments.subList(i + 1, arguments.size()));
                break;
            }
            if (argument.startsWith("--")) {
                String[] pair = argument.substring(2).split("=", 2);
                options.put(pair[0], pair.length > 1 ? pair[1] : "");
            } else if (argument.matches("-[A-Za-z]")) { //: short=option
                options.put(argument.substring(1), ""); //: short=option
            } else {
                plain.add(argument);
            }
        }
        return new Parsed(options, plain);
    }
}

//: family key_values
import java.util.List;
import java.util.regex.Pattern; //: quotes=group
import java.util.stream.Stream; //: quotes=plain

final class KeyValues {
    record Pair(String key, String value) {}

    //: quotes=plain
    static List<Pair> keyValues(String line) {
        return Stream.of(line.split(" "))
                .filter(word -> word.contains("="))
                .map(word -> word.split("=", 2))
                .map(parts -> new Pair(parts[0], parts[1]))
                .toList();
    }
    //: quotes=group
    private static final Pattern PAIR =
            Pattern.compile("([^ =]+)=(?:\"([^\"]*)\"|([^ ]*))");

    static List<Pair> keyValues(String line) {
        return PAIR.matcher(line).results()
                .map(match -> {
                    String quoted = match.group(2);
                    String value = quoted != null ? quoted : match.group(3);
                    return new Pair(match.group(1), value);
                })
                .toList();
    }
    //: end
}

//: family strip_comment
final class StripComment {
    static String stripComment(String line) {
        return line.replaceFirst(" *#.*$", ""); //: where=any
        //: where=outside
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '"') {
                quoted = !quoted;
            } else if (line.charAt(i) == '#' && !quoted) {
                return line.substring(0, i).stripTrailing();
            }
        }
        return line;
        //: where=spaced
        return line.replaceFirst("(^| +)#.*$", "");
        //: end
    }
}

//: family match_pattern
import java.util.stream.Collectors;

final class MatchPattern {
    static boolean matchPattern(String pattern, String name) {
        String expression = pattern.chars()
                .mapToObj(MatchPattern::part)
                .collect(Collectors.joining());
        return name.matches("(?s)" + expression);
    }

    private static String part(int letter) {
        return switch (letter) {
            case '*' -> ".*"; //: star=any
            case '*' -> "[^/]*"; //: star=segment
            case '*' -> ".+"; //: star=some
            case '?' -> ".";
            default -> "\\Q" + Character.toString(letter) + "\\E";
        };
    }
}

//: family nesting
import java.util.ArrayDeque;
import java.util.Deque;

final class Nesting {
    private static final String OPENERS = "("; //: kind=round
    private static final String CLOSERS = ")"; //: kind=round
    private static final String OPENERS = "([{"; //: kind=all
    private static final String CLOSERS = ")]}"; //: kind=all

    static int nesting(String text) {
        Deque<Integer> opened = new ArrayDeque<>();
        int deepest = 0;
        for (char letter : text.toCharArray()) {
            int closer = CLOSERS.indexOf(letter);
            if (OPENERS.indexOf(letter) >= 0) {
                opened.push(OPENERS.indexOf(letter));
                deepest = Math.max(deepest, opened.size());
            } else if (closer >= 0 && (opened.isEmpty() || opened.pop() != closer)) {
                throw new IllegalArgumentException("brackets do not match");
            }
        }
        if (!opened.isEmpty()) {
            throw new IllegalArgumentException("brackets do not match");
        }
        return deepest;
    }
}
