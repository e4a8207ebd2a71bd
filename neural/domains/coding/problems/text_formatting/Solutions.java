// Solutions of spec.py's families; see AUTHORING.md.

//: family wrap
import java.util.ArrayList;
import java.util.List;

final class Wrap {
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        for (String word : text.isEmpty() ? new String[0] : text.split(" ")) {
            int last = lines.size() - 1;
            if (last >= 0 && lines.get(last).length() + 1 + word.length() <= width) {
                lines.set(last, lines.get(last) + " " + word);
                continue;
            }
            //: long=alone
            lines.add(word);
            //: long=cut
            for (int start = 0; start < word.length(); start += width) {
                int end = Math.min(start + width, word.length());
                lines.add(word.substring(start, end));
            }
            //: end
        }
        return lines;
    }
}

//: family justify
import java.util.List;

final class Justify {
    static String justify(List<String> words, int width) {
        int gaps = words.size() - 1;
        int free = width - String.join("", words).length();
        if (gaps == 0) {
            return words.get(0) + " ".repeat(free);
        }
        StringBuilder line = new StringBuilder(words.get(0));
        for (int i = 0; i < gaps; i++) {
            boolean more = i < free % gaps; //: where_=left
            boolean more = i >= gaps - free % gaps; //: where_=right
            line.append(" ".repeat(more ? free / gaps + 1 : free / gaps));
            line.append(words.get(i + 1));
        }
        return line.toString();
    }
}

//: family table
import java.util.ArrayList;
import java.util.List;

final class Table {
    static List<String> table(List<List<String>> rows) {
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                int column = i;
                int width = rows.stream()
                        .mapToInt(each -> each.get(column).length())
                        .max()
                        .orElseThrow();
                String padding = " ".repeat(width - row.get(i).length());
                cells.add(row.get(i) + padding); //: align=left
                cells.add(padding + row.get(i)); //: align=right
            }
            lines.add(String.join(GAP, cells).stripTrailing());
        }
        return lines;
    }
}

//: family join_names
import java.util.List;

final class JoinNames {
    static String joinNames(List<String> names) {
        List<String> shown = names;
        //: oxford=more
        if (names.size() > 3) {
            shown = List.of(names.get(0), names.get(1), names.size() - 2 + " others");
        }
        //: end
        if (shown.size() < 2) {
            return String.join("", shown);
        }
        int last = shown.size() - 1;
        String before = String.join(", ", shown.subList(0, last));
        return before + " and " + shown.get(last); //: oxford!=yes
        return before + (last > 1 ? ", and " : " and ") + shown.get(last); //: oxford=yes
    }
}

//: family plural
final class Plural {
    static String plural(int count, String noun) {
        String number = count == 0 ? "no" : String.valueOf(count); //: zero=word
        String number = String.valueOf(count); //: zero=digit
        return number + " " + (count == 1 ? noun : many(noun));
    }

    private static String many(String noun) {
        //: rule=english
        if (noun.matches(".*(s|x|ch|sh)")) {
            return noun + "es";
        }
        if (noun.matches(".*[^aeiou]y")) {
            return noun.substring(0, noun.length() - 1) + "ies";
        }
        //: end
        return noun + "s";
    }
}

//: family ordinal
final class Ordinal {
    static String ordinal(int number) {
        //: form=french
        return number == 1 ? "1er" : number + "e";
        //: form=word
        if (number <= 3) {
            return new String[] {"first", "second", "third"}[number - 1];
        }
        //: form!=french
        if (number / 10 % 10 == 1) {
            return number + "th";
        }
        return number + switch (number % 10) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
        //: end
    }
}

//: family bar_chart
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

final class BarChart {
    static List<String> barChart(Map<String, Integer> values) {
        int width = values.keySet().stream().mapToInt(String::length).max().orElse(0);
        //: bar=scaled
        int most = values.values().stream().mapToInt(value -> value).max().orElse(0);
        int largest = Math.max(most, 1);
        //: end
        List<String> lines = new ArrayList<>();
        new TreeMap<>(values).forEach((name, value) -> {
            String bar = "#".repeat(value); //: bar=plain
            String bar = "#".repeat(value) + "(" + value + ")"; //: bar=number
            String bar = "#".repeat(10 * value / largest); //: bar=scaled
            lines.add(name + " ".repeat(width - name.length() + 1) + bar);
        });
        return lines;
    }
}

//: family progress
final class Progress {
    static String progress(int done, int total) {
        String bar = "#".repeat(share(10, done, total));
        return String.format("[%-10s] %d%%", bar, share(100, done, total));
    }

    private static int share(int steps, int done, int total) {
        return total == 0 ? steps : steps * done / total; //: rounding=down
        return total == 0 ? steps : (steps * done + total - 1) / total; //: rounding=up
    }
}

//: family diff_lines
import java.util.LinkedList;
import java.util.List;

final class DiffLines {
    static List<String> diffLines(List<String> old, List<String> changed) {
        // common[i][j] is the number of common lines of the first i and the first j.
        int[][] common = new int[old.size() + 1][changed.size() + 1];
        for (int i = 1; i <= old.size(); i++) {
            for (int j = 1; j <= changed.size(); j++) {
                common[i][j] = old.get(i - 1).equals(changed.get(j - 1))
                        ? common[i - 1][j - 1] + 1
                        : Math.max(common[i - 1][j], common[i][j - 1]);
            }
        }
        LinkedList<String> changes = new LinkedList<>();
        int i = old.size();
        int j = changed.size();
        while (i > 0 || j > 0) {
            if (i > 0 && j > 0 && old.get(i - 1).equals(changed.get(j - 1))) {
                i--;
                j--;
                changes.addFirst("  " + old.get(i)); //: same=shown
            } else if (j > 0 && (i == 0 || common[i][j - 1] >= common[i - 1][j])) { //: prefer=added
            } else if (j > 0 && (i == 0 || common[i][j - 1] > common[i - 1][j])) { //: prefer=removed
                j--;
                changes.addFirst("+ " + changed.get(j));
            } else {
                i--;
                changes.addFirst("- " + old.get(i));
            }
        }
        return changes;
    }
}

//: family indent
import java.util.stream.Collectors;
import java.util.stream.Stream;

final class Indent {
    static String indent(String text) {
        return Stream.of(text.split("\n", -1))
                .map(line -> PREFIX + line) //: blank=all
                .map(line -> line.isBlank() ? line : PREFIX + line) //: blank=skip
                .collect(Collectors.joining("\n"));
    }
}

//: family dedent
import java.util.List;
import java.util.stream.Collectors;

final class Dedent {
    static String dedent(String text) {
        List<String> lines = List.of(text.split("\n", -1));
        int margin = lines.stream()
                .filter(line -> !line.isBlank()) //: which=filled
                .skip(1) //: which=rest
                .mapToInt(Dedent::spaces)
                .min()
                .orElse(0);
        return lines.stream()
                .map(line -> line.substring(Math.min(margin, spaces(line))))
                .collect(Collectors.joining("\n"));
    }

    private static int spaces(String line) {
        return line.length() - line.stripLeading().length();
    }
}

//: family columns
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

final class Columns {
    static List<String> columns(List<String> items, int count) {
        int width = items.stream().mapToInt(String::length).max().orElse(0);
        int height = (items.size() + count - 1) / count;
        return IntStream.range(0, height)
                .mapToObj(row -> IntStream.range(0, items.size())
                        .filter(i -> i / count == row) //: order=across
                        .filter(i -> i % height == row) //: order=down
                        .mapToObj(items::get)
                        .map(item -> item + " ".repeat(width - item.length()))
                        .collect(Collectors.joining(" "))
                        .stripTrailing())
                .toList();
    }
}

//: family highlight
import java.util.regex.Pattern; //: match=folded

final class Highlight {
    static String highlight(String text, String word) {
        return text.replace(word, MARKS + word + MARKS); //: match=any
        //: match=whole
        String pattern = "(?<![A-Za-z])" + word + "(?![A-Za-z])";
        return text.replaceAll(pattern, MARKS + word + MARKS);
        //: match=folded
        return Pattern.compile(word, Pattern.CASE_INSENSITIVE)
                .matcher(text)
                .replaceAll(MARKS + "$0" + MARKS);
        //: end
    }
}

//: family number_lines
import java.util.ArrayList;
import java.util.List;

final class NumberLines {
    static List<String> numberLines(List<String> lines) {
        long count = lines.size(); //: blank=counted
        long count = lines.stream().filter(line -> !line.isEmpty()).count(); //: blank=skipped
        int width = String.valueOf(count).length();
        List<String> numbered = new ArrayList<>();
        int number = 0;
        for (String line : lines) {
            //: blank=skipped
            if (line.isEmpty()) {
                numbered.add("");
                continue;
            }
            //: end
            number++;
            String digits = String.valueOf(number);
            numbered.add(PAD.repeat(width - digits.length()) + digits + ": " + line);
        }
        return numbered;
    }
}
