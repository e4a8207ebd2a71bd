// Solutions of spec.py's families; see AUTHORING.md.

//: family shell_words
import java.util.ArrayList;
import java.util.List;

final class ShellWords {
    static List<String> shellWords(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = null; // null between words
        char quote = 0; // 0 outside of quotes
        for (int i = 0; i < line.length(); i++) {
            char letter = line.charAt(i);
            //: escape=double
            boolean escaped = letter == '\\' && quote != '\'';
            if (escaped) {
                i++;
                if (i == line.length()) {
                    break;
                }
                letter = line.charAt(i);
            }
            //: end
            boolean isQuote = letter == '\'' || letter == '"'; //: escape=none
            boolean isQuote = !escaped && (letter == '\'' || letter == '"'); //: escape=double
            boolean inside = quote != 0; //: escape=none
            boolean inside = quote != 0 || escaped; //: escape=double
            if (isQuote && letter == quote) {
                quote = 0;
            } else if (inside || (letter != ' ' && !isQuote)) {
                word = word == null ? new StringBuilder() : word;
                word.append(letter);
            } else if (isQuote) {
                quote = letter;
                word = word == null ? new StringBuilder() : word;
            } else if (word != null) {
                words.add(word.toString());
                word = null;
            }
        }
        if (quote != 0) {
            throw new IllegalArgumentException("unclosed quote");
        }
        if (word != null) {
            words.add(word.toString());
        }
        return words;
    }
}

//: family strip_block_comments
final class StripBlockComments {
    static String stripBlockComments(String source) {
        StringBuilder kept = new StringBuilder();
        //: nested=flat
        int place = 0;
        int start = source.indexOf("(*");
        while (start >= 0) {
            int end = source.indexOf("*)", start + 2);
            if (end < 0) {
                throw new IllegalArgumentException("unclosed comment");
            }
            kept.append(source, place, start);
            //: nested=flat and space=blank
            kept.append(' ');
            //: nested=flat
            place = end + 2;
            start = source.indexOf("(*", place);
        }
        return kept.append(source.substring(place)).toString();
        //: nested=nested
        int depth = 0;
        for (int i = 0; i < source.length(); i++) {
            if (source.startsWith("(*", i)) {
                depth++;
                i++;
            } else if (depth > 0 && source.startsWith("*)", i)) {
                depth--;
                i++;
                //: nested=nested and space=blank
                if (depth == 0) {
                    kept.append(' ');
                }
                //: nested=nested
            } else if (depth == 0) {
                kept.append(source.charAt(i));
            }
        }
        if (depth > 0) {
            throw new IllegalArgumentException("unclosed comment");
        }
        return kept.toString();
        //: end
    }
}

//: family unescape
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

final class Unescape {
    private static final Map<String, String> SIMPLE =
            Map.of("n", "\n", "t", "\t", "\\", "\\");
    private static final Pattern ESCAPE =
            Pattern.compile("\\\\(?:x([0-9a-fA-F]{2})|([nt\\\\]))?");

    static String unescape(String text) {
        return ESCAPE.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(resolve(match)));
    }

    private static String resolve(MatchResult match) {
        if (match.group(1) != null) {
            return Character.toString(Integer.parseInt(match.group(1), 16));
        }
        if (match.group(2) != null) {
            return SIMPLE.get(match.group(2));
        }
        throw new IllegalArgumentException("bad escape"); //: unknown=error
        return "\\"; //: unknown=kept
        return ""; //: unknown=dropped
    }
}

//: family number_kind
final class NumberKind {
    private enum State {
        START,
        SIGN,
        DIGITS,
        DOT, //: point!=front
        FRACTION,
        WRONG
    }

    static String numberKind(String text) {
        State state = State.START;
        for (char letter : text.toCharArray()) {
            state = next(state, letter);
        }
        return switch (state) {
            case DIGITS -> "integer";
            case FRACTION -> "decimal";
            default -> "other";
        };
    }

    private static State next(State state, char letter) {
        boolean sign = letter == '+' || letter == '-';
        boolean digit = letter >= '0' && letter <= '9';
        boolean point = letter == '.';
        return switch (state) {
            //: point=inner
            case START -> sign ? State.SIGN : digit ? State.DIGITS : State.WRONG;
            case SIGN -> digit ? State.DIGITS : State.WRONG;
            case DIGITS -> digit ? State.DIGITS : point ? State.DOT : State.WRONG;
            case DOT, FRACTION -> digit ? State.FRACTION : State.WRONG;
            //: point=front
            case START -> sign ? State.SIGN : digit ? State.DIGITS : State.WRONG;
            case SIGN -> digit ? State.DIGITS : State.WRONG;
            case DIGITS -> digit ? State.DIGITS : point ? State.FRACTION : State.WRONG;
            case FRACTION -> digit ? State.FRACTION : State.WRONG;
            //: point=outer
            case START -> sign ? State.SIGN : next(State.SIGN, letter);
            case SIGN -> digit ? State.DIGITS : point ? State.DOT : State.WRONG;
            case DIGITS -> digit ? State.DIGITS : point ? State.FRACTION : State.WRONG;
            case DOT, FRACTION -> digit ? State.FRACTION : State.WRONG;
            //: end
            case WRONG -> State.WRONG;
        };
    }
}
