// Solutions of spec.py's families; see AUTHORING.md.

//: family slugify
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

final class Slugify {
    static String slugify(String title) {
        String[] parts = title.toLowerCase(Locale.ROOT).split("[^a-z0-9]+"); //: kept=alnum
        String[] parts = title.toLowerCase(Locale.ROOT).split("[^a-z]+"); //: kept=letters
        return Arrays.stream(parts)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(SEPARATOR));
    }
}

//: family truncate
final class Truncate {
    static String truncate(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        return text.substring(0, limit - 3) + "..."; //: dots=inside
        return text.substring(0, limit) + "..."; //: dots=beyond
        //: dots=words
        int space = text.lastIndexOf(' ', limit - 3);
        return text.substring(0, space >= 0 ? space : limit - 3) + "...";
        //: end
    }
}

//: family mask
final class Mask {
    static String mask(String secret, int visible) {
        int hidden = secret.length() - visible;
        if (hidden <= 0) {
            return "*".repeat(secret.length()); //: short=hidden
            return secret; //: short=shown
        }
        return "*".repeat(hidden) + secret.substring(hidden); //: side=last
        return secret.substring(0, visible) + "*".repeat(hidden); //: side=first
    }
}

//: family to_camel
final class ToCamel {
    static String toCamel(String name) {
        StringBuilder camel = new StringBuilder();
        boolean capital = false; //: style=lower
        boolean capital = true; //: style=upper
        for (char letter : name.toCharArray()) {
            if (letter == '_') {
                capital = camel.length() > 0; //: style=lower
                capital = true; //: style=upper
            } else {
                camel.append(capital ? Character.toUpperCase(letter) : letter);
                capital = false;
            }
        }
        return camel.toString();
    }
}

//: family to_snake
import java.util.Locale;

final class ToSnake {
    //: acronyms=joined
    private static final String BOUNDARY =
            "(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])";

    //: end
    static String toSnake(String name) {
        //: acronyms=split
        return name.replaceAll("(?<!^)(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
        //: acronyms=joined
        return name.replaceAll(BOUNDARY, "_").toLowerCase(Locale.ROOT);
        //: end
    }
}

//: family common_prefix
import java.util.Arrays; //: unit=segments
import java.util.List;

final class CommonPrefix {
    static String commonPrefix(List<String> paths) {
        if (paths.isEmpty()) {
            return "";
        }
        //: unit=characters
        String prefix = paths.get(0);
        for (String path : paths) {
            while (!path.startsWith(prefix)) {
                prefix = prefix.substring(0, prefix.length() - 1);
            }
        }
        return prefix;
        //: unit=segments
        String[] prefix = paths.get(0).split("/");
        for (String path : paths) {
            int differs = Arrays.mismatch(prefix, path.split("/"));
            if (differs >= 0) {
                prefix = Arrays.copyOf(prefix, differs);
            }
        }
        return String.join("/", prefix);
        //: end
    }
}

//: family is_palindrome
import java.util.Locale; //: respecting=case|letters

final class IsPalindrome {
    static boolean isPalindrome(String text) {
        String plain = text; //: respecting=all
        String plain = text.toLowerCase(Locale.ROOT); //: respecting=case
        //: respecting=letters
        String plain = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        //: end
        return new StringBuilder(plain).reverse().toString().equals(plain);
    }
}

//: family title_case
import java.util.Set; //: small!=all

final class TitleCase {
    //: small!=all
    private static final Set<String> MINOR = Set.of("a", "and", "of", "the");

    //: end
    static String titleCase(String text) {
        String[] words = text.split(" ");
        for (int i = 0; i < words.length; i++) {
            boolean small = i > 0 && MINOR.contains(words[i]); //: small=not_inside
            //: small=not_inner
            boolean inner = i > 0 && i < words.length - 1;
            boolean small = inner && MINOR.contains(words[i]);
            //: end
            if (!words[i].isEmpty()) { //: small=all
            if (!words[i].isEmpty() && !small) { //: small!=all
                String initial = words[i].substring(0, 1);
                words[i] = initial.toUpperCase() + words[i].substring(1);
            }
        }
        return String.join(" ", words);
    }
}

//: family squeeze
//: scope=lines
import java.util.stream.Collectors;
import java.util.stream.Stream;
//: scope=blank
import java.util.ArrayList;
import java.util.List;
//: end

final class Squeeze {
    static String squeeze(String text) {
        return text.strip().replaceAll("\\s+", " "); //: scope=all
        //: scope=lines
        return Stream.of(text.split("\n", -1))
                .map(line -> line.strip().replaceAll("\\s+", " "))
                .collect(Collectors.joining("\n"));
        //: scope=blank
        List<String> kept = new ArrayList<>();
        boolean blank = false;
        for (String line : text.split("\n", -1)) {
            if (!line.isBlank()) {
                kept.add(line);
            } else if (!blank) {
                kept.add("");
            }
            blank = line.isBlank();
        }
        return String.join("\n", kept);
        //: end
    }
}

//: family hashtags
import java.util.List;
import java.util.regex.Pattern;

final class Hashtags {
    private static final Pattern HASHTAG = Pattern.compile("(?<![^ ])#(\\w+)");

    static List<String> hashtags(String post) {
        return HASHTAG.matcher(post).results()
                .map(match -> match.group(1)) //: repeated!=folded
                .map(match -> match.group(1).toLowerCase()) //: repeated=folded
                .distinct() //: repeated!=kept
                .toList();
    }
}

//: family initials
import java.util.Arrays;
import java.util.stream.Collectors;

final class Initials {
    static String initials(String name) {
        return Arrays.stream(name.split(" "))
                .filter(part -> !part.isEmpty())
                .map(part -> part.substring(0, 1))
                .map(String::toUpperCase) //: particles=all
                .filter(letter -> Character.isUpperCase(letter.charAt(0))) //: particles=capitals
                .map(letter -> letter + ".") //: style=dots
                .collect(Collectors.joining());
    }
}

//: family between
import java.util.Optional;

final class Between {
    static Optional<String> between(String text, String start, String end) {
        int found = text.indexOf(start);
        if (found < 0) {
            return Optional.empty();
        }
        String rest = text.substring(found + start.length());
        int closed = rest.indexOf(end); //: which=first
        int closed = rest.lastIndexOf(end); //: which=last
        return closed < 0 ? Optional.empty() : Optional.of(rest.substring(0, closed));
    }
}

//: family unique_lines
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections; //: which=last
import java.util.HashSet;
import java.util.List;
import java.util.Set;

final class UniqueLines {
    static String uniqueLines(String text) {
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        Set<String> seen = new HashSet<>();
        Collections.reverse(lines); //: which=last
        lines.removeIf(line -> !seen.add(line)); //: blank=counted
        lines.removeIf(line -> !line.isEmpty() && !seen.add(line)); //: blank=kept
        Collections.reverse(lines); //: which=last
        return String.join("\n", lines);
    }
}

//: family unique_name
import java.util.Set;

final class UniqueName {
    static String uniqueName(String name, Set<String> taken) {
        String free = name;
        for (int number = 2; taken.contains(free); number++) { //: pattern=dash
        for (int number = 1; taken.contains(free); number++) { //: pattern=brackets
            free = name + "-" + number; //: pattern=dash
            free = name + " (" + number + ")"; //: pattern=brackets
        }
        return free;
    }
}

//: family shared_letters
import java.util.stream.Collectors; //: count=once

final class SharedLetters {
    static String sharedLetters(String left, String right) {
        //: count=once
        return left.chars()
                .filter(letter -> right.indexOf(letter) >= 0)
                .distinct()
                .sorted()
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        //: count=often
        StringBuilder rest = new StringBuilder(right);
        StringBuilder shared = new StringBuilder();
        left.chars().sorted().mapToObj(Character::toString).forEach(letter -> {
            int place = rest.indexOf(letter);
            if (place >= 0) {
                rest.deleteCharAt(place);
                shared.append(letter);
            }
        });
        return shared.toString();
        //: end
    }
}

//: family natural_key_order
import java.util.Comparator;
import java.util.List;

final class NaturalKeyOrder {
    static List<String> naturalKeyOrder(List<String> names) {
        Comparator<String> byLetters = Comparator.comparing(NaturalKeyOrder::letters);
        Comparator<String> byNumber = Comparator.comparingInt(NaturalKeyOrder::number);
        return names.stream().sorted(byLetters.thenComparing(byNumber)).toList(); //: direction=up
        //: direction=down
        return names.stream()
                .sorted(byLetters.thenComparing(byNumber.reversed()))
                .toList();
        //: end
    }

    private static String letters(String name) {
        return name.replaceAll("\\d+$", "");
    }

    private static int number(String name) {
        return Integer.parseInt(name.substring(letters(name).length()));
    }
}

//: family longest_word
final class LongestWord {
    static String longestWord(String sentence) {
        String longest = "";
        for (String word : sentence.split(" ")) {
            int more = word.length() - longest.length();
            if (more > 0) { //: tie=first
            if (more >= 0) { //: tie=last
            if (more > 0 || more == 0 && word.compareTo(longest) < 0) { //: tie=alphabetical
                longest = word;
            }
        }
        return longest;
    }
}

//: family replace_words
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

final class ReplaceWords {
    static String replaceWords(String text, Map<String, String> replacements) {
        return Arrays.stream(text.split(" "))
                .map(word -> replacements.getOrDefault(word, word)) //: case=exact
                .map(word -> replacements.getOrDefault(word.toLowerCase(), word)) //: case=ignored
                .collect(Collectors.joining(" "));
    }
}
