// Solutions of spec.py's families; see AUTHORING.md.

//: family compare_versions
import java.util.Arrays;
import java.util.stream.Stream;

final class CompareVersions {
    static int compareVersions(String left, String right) {
        int[] a = numbers(left);
        int[] b = numbers(right);
        //: shorter=padded
        int length = Math.max(a.length, b.length);
        a = Arrays.copyOf(a, length);
        b = Arrays.copyOf(b, length);
        int order = Arrays.compare(a, b);
        //: shorter=older
        int order = Arrays.compare(a, b);
        //: shorter=wildcard
        int length = Math.min(a.length, b.length);
        a = Arrays.copyOf(a, length);
        b = Arrays.copyOf(b, length);
        int order = Arrays.compare(a, b);
        //: end
        return Integer.signum(order);
    }

    private static int[] numbers(String version) {
        return Stream.of(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
    }
}

//: family parse_ranges
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

final class ParseRanges {
    private static final Pattern RANGE = Pattern.compile("(\\d+)(?:-(\\d+))?");

    static List<Integer> parseRanges(String text) {
        return Stream.of(text.split(",", -1))
                .flatMapToInt(ParseRanges::range)
                .sorted() //: order=sorted
                .distinct() //: order=sorted
                .boxed()
                .toList();
    }

    private static IntStream range(String part) {
        Matcher match = RANGE.matcher(part);
        if (!match.matches()) {
            throw new IllegalArgumentException("not a range: " + part);
        }
        int first = Integer.parseInt(match.group(1));
        int last = match.group(2) == null ? first : Integer.parseInt(match.group(2));
        if (last < first) {
            throw new IllegalArgumentException("not a range: " + part);
        }
        return IntStream.rangeClosed(first, last);
    }
}

//: family compress_ranges
import java.util.ArrayList;
import java.util.List;

final class CompressRanges {
    static String compressRanges(int[] numbers) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        while (start < numbers.length) {
            int end = start;
            while (end + 1 < numbers.length && numbers[end + 1] == numbers[end] + 1) {
                end++;
            }
            if (end == start) { //: pairs=joined
            if (end - start < 2) { //: pairs=listed
                end = start;
                parts.add(String.valueOf(numbers[start]));
            } else {
                parts.add(numbers[start] + "-" + numbers[end]);
            }
            start = end + 1;
        }
        return String.join(",", parts);
    }
}

//: family parse_size
import java.util.regex.Matcher;
import java.util.regex.Pattern;

final class ParseSize {
    private static final Pattern SIZE = Pattern.compile("(\\d+)([KMGkmg]?)");

    static long parseSize(String text) {
        Matcher match = SIZE.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException("not a size: '" + text + "'");
        }
        long size = Long.parseLong(match.group(1));
        return switch (match.group(2).toUpperCase()) {
            case "K" -> size * BASE;
            case "M" -> size * BASE * BASE;
            case "G" -> size * BASE * BASE * BASE;
            default -> size;
        };
    }
}

//: family parse_roman
import java.util.Map;

final class ParseRoman {
    //: strict=yes
    private static final String FORM =
            "M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})";
    //: strict=no
    private static final String FORM = "[IVXLCDM]+";
    //: end
    private static final Map<Character, Integer> VALUES =
            Map.of('I', 1, 'V', 5, 'X', 10, 'L', 50, 'C', 100, 'D', 500, 'M', 1000);

    static int parseRoman(String text) {
        if (text.isEmpty() || !text.matches(FORM)) {
            throw new IllegalArgumentException("not a Roman numeral: '" + text + "'");
        }
        int total = 0;
        int following = 0;
        for (int i = text.length() - 1; i >= 0; i--) {
            int value = VALUES.get(text.charAt(i));
            total += value < following ? -value : value;
            following = value;
        }
        return total;
    }
}
