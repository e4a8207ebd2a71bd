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
