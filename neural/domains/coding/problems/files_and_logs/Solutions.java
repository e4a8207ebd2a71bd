// Solutions of spec.py's families; see AUTHORING.md.

//: family parse_ini
import java.util.HashMap;
import java.util.Map;

final class ParseIni {
    static Map<String, Map<String, String>> parseIni(String text) {
        Map<String, Map<String, String>> sections = new HashMap<>();
        String name = "";
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = trim(lines[i]);
            int equals = line.indexOf('=');
            if (line.isEmpty() || line.startsWith(";") || line.startsWith("#")) {
                continue;
            }
            if (line.matches("\\[.+\\]")) {
                name = line.substring(1, line.length() - 1);
                sections.putIfAbsent(name, new HashMap<>()); //: again=continued
                sections.put(name, new HashMap<>()); //: again=replaced
                //: again=refused
                if (sections.put(name, new HashMap<>()) != null) {
                    throw new IllegalArgumentException("a section comes again");
                }
                //: end
                continue;
            }
            String key = equals < 0 ? "" : trim(line.substring(0, equals));
            if (key.isEmpty()) {
                String message = "line " + (i + 1) + " is malformed";
                throw new IllegalArgumentException(message);
            }
            sections.computeIfAbsent(name, each -> new HashMap<>())
                    .put(key, trim(line.substring(equals + 1)));
        }
        return sections;
    }

    private static String trim(String text) {
        return text.replaceAll("^ +| +$", "");
    }
}

//: family normalize_path
import java.util.ArrayList;
import java.util.List;

final class NormalizePath {
    static String normalizePath(String path) {
        String root = path.startsWith("/") ? "/" : "";
        List<String> parts = new ArrayList<>();
        for (String part : path.split("/")) {
            int last = parts.size() - 1;
            if (part.isEmpty() || part.equals(".")) {
                continue;
            }
            if (!part.equals("..")) {
                parts.add(part);
            //: above=kept
            } else if (root.isEmpty() && (last < 0 || parts.get(last).equals(".."))) {
                parts.add(part);
            //: end
            } else if (last >= 0) {
                parts.remove(last);
            //: above=refused
            } else {
                throw new IllegalArgumentException("path leads outside");
            //: end
            }
        }
        String normal = root + String.join("/", parts);
        return normal.isEmpty() ? "." : normal;
    }
}

//: family relative_path
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

final class RelativePath {
    static String relativePath(String source, String target) {
        List<String> here = parts(source);
        here = here.subList(0, here.size() - 1); //: kind=file
        List<String> there = parts(target);
        int common = 0;
        while (common < Math.min(here.size(), there.size())
                && here.get(common).equals(there.get(common))) {
            common++;
        }
        List<String> steps =
                new ArrayList<>(Collections.nCopies(here.size() - common, ".."));
        steps.addAll(there.subList(common, there.size()));
        return steps.isEmpty() ? "." : String.join("/", steps);
    }

    private static List<String> parts(String path) {
        return Stream.of(path.split("/")).filter(part -> !part.isEmpty()).toList();
    }
}

//: family split_name
final class SplitName {
    record Split(String stem, String extension) {}

    static Split splitName(String name) {
        int place = name.indexOf('.', 1); //: which=first
        int place = name.lastIndexOf('.'); //: which=last
        return place < 1
                ? new Split(name, "")
                : new Split(name.substring(0, place), name.substring(place + 1));
    }
}

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

//: family apply_patch
import java.util.ArrayList;
import java.util.List;

final class ApplyPatch {
    static List<String> applyPatch(List<String> lines, List<String> patch) {
        List<String> patched = new ArrayList<>();
        int place = 0;
        for (String line : patch) {
            char mark = line.charAt(0);
            String text = line.substring(1);
            if (mark == '+') { //: direction=forward
            if (mark == '-') { //: direction=backward
                patched.add(text);
                continue;
            }
            if (place == lines.size() || !lines.get(place).equals(text)) {
                throw new IllegalArgumentException("the patch does not fit");
            }
            place++;
            if (mark == ' ') {
                patched.add(text);
            }
        }
        //: rest=error
        if (place < lines.size()) {
            throw new IllegalArgumentException("the patch does not fit");
        }
        //: rest=kept
        patched.addAll(lines.subList(place, lines.size()));
        //: end
        return patched;
    }
}

//: family sum_column
import java.util.Arrays;
import java.util.NoSuchElementException;

final class SumColumn {
    static int sumColumn(String text, String column) {
        String[] rows = text.split("\n");
        int place = Arrays.asList(rows[0].split(",")).indexOf(column);
        if (place < 0) {
            throw new NoSuchElementException("no such column");
        }
        int total = 0;
        for (int i = 1; i < rows.length; i++) {
            String[] cells = rows[i].split(",");
            String cell = place < cells.length ? cells[place] : "";
            if (cell.matches("-?[0-9]+")) {
                total += Integer.parseInt(cell);
            //: bad=error
            } else if (!rows[i].isEmpty()) {
                String message = "line " + (i + 1) + ": not a number";
                throw new IllegalArgumentException(message);
            //: bad=blank
            } else if (!cell.isEmpty()) {
                String message = "line " + (i + 1) + ": not a number";
                throw new IllegalArgumentException(message);
            //: end
            }
        }
        return total;
    }
}

//: family read_records
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

final class ReadRecords {
    static List<Map<String, String>> readRecords(List<String> lines) {
        List<Map<String, String>> records = new ArrayList<>();
        for (int row = 1; row < lines.size(); row++) {
            if (lines.get(row).isEmpty()) {
                continue;
            }
            String[] names = lines.get(0).split(";");
            String[] cells = lines.get(row).split(";", -1);
            //: ragged=skip
            if (cells.length != names.length) {
                continue;
            }
            //: ragged=error
            if (cells.length != names.length) {
                throw new IllegalArgumentException(
                        "line " + (row + 1) + " has " + cells.length + " cells");
            }
            //: end
            Map<String, String> fields = new HashMap<>();
            for (int i = 0; i < names.length; i++) {
                fields.put(names[i], cells[i]); //: ragged!=fill
                fields.put(names[i], i < cells.length ? cells[i] : ""); //: ragged=fill
            }
            records.add(fields);
        }
        return records;
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

//: family join_continued
import java.util.ArrayList;
import java.util.List;

final class JoinContinued {
    static List<String> joinContinued(String text) {
        List<String> logical = new ArrayList<>();
        if (text.isEmpty()) {
            return logical;
        }
        boolean continues = false;
        for (String line : text.replaceFirst("\n$", "").split("\n", -1)) {
            boolean open = line.endsWith("\\");
            String part = open ? line.substring(0, line.length() - 1) : line;
            if (continues) {
                int last = logical.size() - 1;
                logical.set(last, logical.get(last) + part); //: join=as_is
                //: join!=as_is
                String trimmed = part.replaceFirst("^ +", "");
                logical.set(last, logical.get(last) + trimmed); //: join=trimmed
                logical.set(last, logical.get(last) + " " + trimmed); //: join=space
                //: end
            } else {
                logical.add(part);
            }
            continues = open;
        }
        return logical;
    }
}

//: family load_env
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException; //: unknown=error
import java.util.regex.Matcher;
import java.util.regex.Pattern;

final class LoadEnv {
    private static final Pattern REFERENCE = Pattern.compile("\\$([A-Z]+)");

    static Map<String, String> loadEnv(String text) {
        Map<String, String> values = new HashMap<>();
        for (String line : text.split("\n")) {
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            int equals = line.indexOf('=');
            String value = REFERENCE
                    .matcher(line.substring(equals + 1))
                    .replaceAll(found -> Matcher.quoteReplacement(
                            values.getOrDefault(found.group(1), ""))); //: unknown=empty
                            values.getOrDefault(found.group(1), found.group()))); //: unknown=kept
                            valueOf(found.group(1), values))); //: unknown=error
            values.put(line.substring(0, equals), value);
        }
        return values;
    }
    //: unknown=error

    private static String valueOf(String name, Map<String, String> values) {
        if (!values.containsKey(name)) {
            throw new NoSuchElementException(name + " is not set");
        }
        return values.get(name);
    }
    //: end
}

//: family file_tree
import java.util.ArrayList;
import java.util.Comparator; //: order!=names
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

final class FileTree {
    static List<String> fileTree(List<String> paths) {
        List<String> lines = new ArrayList<>();
        list(paths, "", lines);
        return lines;
    }

    private static void list(List<String> paths, String indent, List<String> lines) {
        Map<String, List<String>> inside = new TreeMap<>();
        for (String path : paths) {
            String[] parts = path.split("/", 2);
            List<String> rest =
                    inside.computeIfAbsent(parts[0], name -> new ArrayList<>());
            if (parts.length > 1) {
                rest.add(parts[1]);
            }
        }
        List<String> names = new ArrayList<>(inside.keySet());
        //: order=folders
        names.sort(Comparator.comparing(name -> inside.get(name).isEmpty()));
        //: order=files
        names.sort(Comparator.comparing(name -> !inside.get(name).isEmpty()));
        //: end
        for (String name : names) {
            List<String> content = inside.get(name);
            lines.add(indent + name + (content.isEmpty() ? "" : "/"));
            list(content, indent + "  ", lines);
        }
    }
}

//: family folder_sizes
import java.util.HashMap;
import java.util.List;
import java.util.Map;

final class FolderSizes {
    record File(String path, int size) {}

    static Map<String, Integer> folderSizes(List<File> files) {
        //: what=direct
        Map<String, Integer> sizes = new HashMap<>();
        for (File file : files) {
            int end = file.path().lastIndexOf('/');
            String folder = end < 0 ? "." : file.path().substring(0, end);
            sizes.merge(folder, file.size(), Integer::sum);
        }
        //: what=all
        Map<String, Integer> sizes = new HashMap<>(Map.of(".", 0));
        for (File file : files) {
            sizes.merge(".", file.size(), Integer::sum);
            int end = file.path().indexOf('/');
            while (end >= 0) {
                sizes.merge(file.path().substring(0, end), file.size(), Integer::sum);
                end = file.path().indexOf('/', end + 1);
            }
        }
        //: end
        return sizes;
    }
}

//: family kept_files
import java.util.ArrayList; //: winner=last
import java.util.Collections; //: winner=last
import java.util.List;

final class KeptFiles {
    static List<String> keptFiles(List<String> paths, List<String> rules) {
        //: winner=last
        List<String> ordered = new ArrayList<>(rules);
        Collections.reverse(ordered);
        return paths.stream().filter(path -> isKept(path, ordered)).toList();
        //: winner=first
        return paths.stream().filter(path -> isKept(path, rules)).toList();
        //: end
    }

    private static boolean isKept(String path, List<String> rules) {
        for (String rule : rules) {
            boolean keeps = rule.startsWith("!");
            if (fits(path, keeps ? rule.substring(1) : rule)) {
                return keeps;
            }
        }
        return true;
    }

    private static boolean fits(String path, String pattern) {
        if (pattern.endsWith("/")) {
            return ("/" + path).contains("/" + pattern);
        }
        String name = path.substring(path.lastIndexOf('/') + 1);
        return pattern.startsWith("*")
                ? name.endsWith(pattern.substring(1))
                : name.equals(pattern);
    }
}

//: family hex_dump
import java.util.ArrayList;
import java.util.List;

final class HexDump {
    static List<String> hexDump(List<Integer> data) {
        List<String> lines = new ArrayList<>();
        for (int start = 0; start < data.size(); start += 8) {
            StringBuilder codes = new StringBuilder();
            StringBuilder shown = new StringBuilder();
            for (int code : data.subList(start, Math.min(start + 8, data.size()))) {
                codes.append(codes.isEmpty() ? "" : " ").append("%02x".formatted(code));
                shown.append(code >= 32 && code <= 126 ? (char) code : '.');
            }
            lines.add("%04x  %-23s  %s".formatted(start, codes, shown)); //: digits=hex
            lines.add("%06d  %-23s  %s".formatted(start, codes, shown)); //: digits=decimal
        }
        return lines;
    }
}

//: family parse_headers
import java.util.ArrayList; //: again=kept
import java.util.LinkedHashMap; //: again=merged
import java.util.List;
import java.util.Locale;
import java.util.Map; //: again=merged

final class ParseHeaders {
    record Header(String name, String value) {}

    static List<Header> parseHeaders(List<String> lines) {
        List<Header> headers = new ArrayList<>(); //: again=kept
        //: again=merged
        Map<String, String> headers = new LinkedHashMap<>();
        String latest = null;
        //: end
        for (int i = 0; i < lines.size() && !lines.get(i).isEmpty(); i++) {
            String line = lines.get(i);
            int colon = line.indexOf(':');
            //: again=kept
            if (line.startsWith(" ") && !headers.isEmpty()) {
                Header last = headers.remove(headers.size() - 1);
                headers.add(new Header(last.name(), last.value() + " " + trim(line)));
            //: again=merged
            if (line.startsWith(" ") && latest != null) {
                headers.merge(latest, trim(line), (value, more) -> value + " " + more);
            //: end
            } else if (line.startsWith(" ") || colon < 1) {
                String message = "line " + (i + 1) + " is malformed";
                throw new IllegalArgumentException(message);
            } else {
                String value = trim(line.substring(colon + 1));
                //: again=kept
                String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
                headers.add(new Header(name, value));
                //: again=merged
                latest = line.substring(0, colon).toLowerCase(Locale.ROOT);
                headers.merge(latest, value, (before, added) -> before + ", " + added);
                //: end
            }
        }
        return headers; //: again=kept
        //: again=merged
        return headers.entrySet().stream()
                .map(entry -> new Header(entry.getKey(), entry.getValue()))
                .toList();
        //: end
    }

    private static String trim(String text) {
        return text.replaceAll("^ +| +$", "");
    }
}

//: family diff_stats
import java.util.Comparator; //: order=changes
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

final class DiffStats {
    record FileStat(String name, int added, int removed) {}

    static List<FileStat> diffStats(List<String> lines) {
        Map<String, FileStat> stats = new LinkedHashMap<>();
        String name = null;
        for (String line : lines) {
            if (line.startsWith("+++ ")) {
                name = line.substring(4);
                stats.putIfAbsent(name, new FileStat(name, 0, 0));
            } else if (name != null && line.startsWith("+")) {
                stats.merge(name, new FileStat(name, 1, 0), DiffStats::sum);
            } else if (name != null && line.matches("-(?!-- ).*")) {
                stats.merge(name, new FileStat(name, 0, 1), DiffStats::sum);
            }
        }
        return List.copyOf(stats.values()); //: order=diff
        //: order=changes
        return stats.values().stream()
                .sorted(Comparator.comparingInt(DiffStats::changes)
                        .reversed()
                        .thenComparing(FileStat::name))
                .toList();
        //: end
    }

    private static FileStat sum(FileStat a, FileStat b) {
        return new FileStat(a.name(), a.added() + b.added(), a.removed() + b.removed());
    }
    //: order=changes

    private static int changes(FileStat stat) {
        return stat.added() + stat.removed();
    }
    //: end
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

//: family split_front_matter
import java.util.HashMap;
import java.util.List;
import java.util.Map;

final class SplitFrontMatter {
    record Document(Map<String, String> settings, String text) {}

    static Document splitFrontMatter(String text) {
        List<String> lines = List.of(text.split("\n", -1));
        Map<String, String> settings = new HashMap<>();
        if (!lines.get(0).equals("---")) {
            return new Document(settings, text);
        }
        List<String> rest = lines.subList(1, lines.size());
        int end = rest.indexOf("---");
        if (end < 0) {
            throw new IllegalArgumentException("front matter is not closed"); //: open=error
            return new Document(settings, text); //: open=text
            end = rest.size(); //: open=settings
        }
        for (String line : rest.subList(0, end)) {
            int colon = line.indexOf(':');
            if (colon >= 0) {
                String key = trim(line.substring(0, colon));
                settings.put(key, trim(line.substring(colon + 1)));
            }
        }
        List<String> body = rest.subList(Math.min(end + 1, rest.size()), rest.size());
        return new Document(settings, String.join("\n", body));
    }

    private static String trim(String text) {
        return text.replaceAll("^ +| +$", "");
    }
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
