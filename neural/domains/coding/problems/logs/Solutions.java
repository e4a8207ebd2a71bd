// Solutions of spec.py's families; see AUTHORING.md.

//: family parse_log_line
import java.util.Optional; //: bad=none
import java.util.regex.Matcher;
import java.util.regex.Pattern;

final class ParseLogLine {
    record Entry(int seconds, String level, String source, String message) {}

    private static final Pattern FORM = Pattern.compile(
            "([01][0-9]|2[0-3]):([0-5][0-9]):([0-5][0-9])"
                    + " (INFO|WARN|ERROR) ([a-z]+): (.*)");

    static Optional<Entry> parseLogLine(String line) { //: bad=none
    static Entry parseLogLine(String line) { //: bad!=none
        Matcher found = FORM.matcher(line);
        if (!found.matches()) {
            return Optional.empty(); //: bad=none
            throw new IllegalArgumentException("malformed line"); //: bad=error
            return new Entry(0, "INFO", "", line); //: bad=plain
        }
        int seconds = 0;
        for (int part = 1; part <= 3; part++) {
            seconds = 60 * seconds + Integer.parseInt(found.group(part));
        }
        Entry entry =
                new Entry(seconds, found.group(4), found.group(5), found.group(6));
        return Optional.of(entry); //: bad=none
        return entry; //: bad!=none
    }
}

//: family cut_lines
import java.util.List;

final class CutLines {
    static String cutLines(String text, int count) {
        List<String> lines = List.of(text.split("(?<=\n)"));
        int rest = Math.max(lines.size() - count, 0); //: part!=first
        return String.join("", lines.subList(rest, lines.size())); //: part=last
        return String.join("", lines.subList(0, Math.min(count, lines.size()))); //: part=first
        return String.join("", lines.subList(0, rest)); //: part=but_last
    }
}

//: family grep_context
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

final class GrepContext {
    static List<String> grepContext(List<String> lines, String word, int around) {
        TreeSet<Integer> shown = new TreeSet<>();
        for (int place = 0; place < lines.size(); place++) {
            if (lines.get(place).contains(word)) {
                int first = Math.max(place - around, 0); //: where!=after
                int last = Math.min(place + around, lines.size() - 1); //: where!=before
                for (int near = first; near <= place; near++) { //: where=before
                for (int near = place; near <= last; near++) { //: where=after
                for (int near = first; near <= last; near++) { //: where=both
                    shown.add(near);
                }
            }
        }
        List<String> output = new ArrayList<>();
        for (int place : shown) {
            if (!output.isEmpty() && !shown.contains(place - 1)) {
                output.add("--");
            }
            String mark = lines.get(place).contains(word) ? ":" : "-";
            output.add((place + 1) + mark + lines.get(place));
        }
        return output;
    }
}

//: family rotation_steps
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

final class RotationSteps {
    static List<String> rotationSteps(List<String> names, String base, int keep) {
        List<String> steps = new ArrayList<>();
        if (!names.contains(base)) {
            return steps;
        }
        String name = base;
        for (int number = 1; number <= keep + 1; number++) {
            String next = base + "." + number;
            //: which=needed
            if (!names.contains(name)) {
                break;
            }
            steps.add(number > keep ? "delete " + name : "rename " + name + " " + next);
            //: which=all
            if (names.contains(name)) {
                String move = "rename " + name + " " + next;
                steps.add(number > keep ? "delete " + name : move);
            }
            //: end
            name = next;
        }
        Collections.reverse(steps);
        return steps;
    }
}

//: family merge_logs
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

final class MergeLogs {
    static List<String> mergeLogs(List<String> first, List<String> second) {
        List<List<String>> merged = entries(first);
        List<List<String>> added = entries(second);
        added.removeAll(merged); //: same=dropped
        merged.addAll(added);
        merged.sort(Comparator.comparing(entry -> entry.get(0).substring(0, 5)));
        return merged.stream().flatMap(List::stream).toList();
    }

    private static List<List<String>> entries(List<String> lines) {
        List<List<String>> found = new ArrayList<>();
        for (String line : lines) {
            if (!line.startsWith(" ")) {
                found.add(new ArrayList<>());
            }
            found.get(found.size() - 1).add(line);
        }
        return found;
    }
}

//: family traffic
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

final class Traffic {
    private static final Pattern FORM =
            Pattern.compile("[A-Z]+ (/[^ ?]*)[^ ]* ([0-9]{3}) ([0-9]+|-)");

    static Map<String, Integer> traffic(List<String> lines) {
        Map<String, Integer> result = new HashMap<>();
        for (String line : lines) {
            Matcher found = FORM.matcher(line);
            if (!found.matches()) {
                continue;
            }
            result.merge(found.group(1), 1, Integer::sum); //: what=requests
            //: what=bytes
            String size = found.group(3).equals("-") ? "0" : found.group(3);
            result.merge(found.group(1), Integer.parseInt(size), Integer::sum);
            //: what=failures
            if (Integer.parseInt(found.group(2)) >= 400) {
                result.merge(found.group(1), 1, Integer::sum);
            }
            //: end
        }
        return result;
    }
}

//: family collapse_repeats
import java.util.ArrayList;
import java.util.List;

final class CollapseRepeats {
    static List<String> collapseRepeats(List<String> lines) {
        List<String> shortened = new ArrayList<>();
        int start = 0;
        while (start < lines.size()) {
            String line = lines.get(start);
            int end = start + 1;
            while (end < lines.size() && lines.get(end).equals(line)) { //: alike=equal
            while (end < lines.size() && sameText(lines.get(end), line)) { //: alike=timed
                end++;
            }
            int repeated = end - start - 1;
            shortened.add(line);
            if (repeated > 1) {
                shortened.add("repeated " + repeated + " times");
            } else if (repeated == 1) {
                shortened.add("repeated once"); //: least=any
                shortened.add(lines.get(start + 1)); //: least=two
            }
            start = end;
        }
        return shortened;
    }
    //: alike=timed

    private static boolean sameText(String left, String right) {
        return left.substring(5).equals(right.substring(5));
    }
    //: end
}

//: family clean_text
final class CleanText {
    static String cleanText(String text) {
        String clean = text.replaceAll("\r\n?", "\n").replaceAll(" +(?=\n|\\z)", "");
        return clean.replaceAll("\n+\\z", ""); //: end=none
        //: end=one
        String body = clean.replaceAll("\n+\\z", "");
        return body.isEmpty() ? "" : body + "\n";
        //: end=kept
        return clean.isEmpty() || clean.endsWith("\n") ? clean : clean + "\n";
        //: end
    }
}

//: family redact
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

final class Redact {
    static String redact(String line, Set<String> secrets) {
        return Stream.of(line.split(" ", -1))
                .map(word -> hidden(word, secrets))
                .collect(Collectors.joining(" "));
    }

    private static String hidden(String word, Set<String> secrets) {
        int equals = word.indexOf('=');
        if (equals < 0) {
            return word;
        }
        String key = word.substring(0, equals);
        if (!secrets.contains(key.toLowerCase(Locale.ROOT))) {
            return word;
        }
        return key + "=***"; //: mask=three
        //: mask!=three
        String value = word.substring(equals + 1);
        return key + "=" + "*".repeat(value.length()); //: mask=length
        //: mask=last
        int hidden = value.length() > 4 ? value.length() - 2 : value.length();
        return key + "=" + "*".repeat(hidden) + value.substring(hidden);
        //: end
    }
}
