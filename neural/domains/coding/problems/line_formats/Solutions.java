// Solutions of spec.py's families; see AUTHORING.md.

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
