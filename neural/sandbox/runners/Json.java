import java.util.*;

/** Just enough JSON: whole numbers as Long, others as Double. */
final class Json {
    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    static Object parse(String text) {
        return new Json(text).value();
    }

    private char next() {
        while (Character.isWhitespace(text.charAt(at))) at++;
        return text.charAt(at);
    }

    private Object value() {
        char c = next();
        if (c == '{') {
            Map<String, Object> made = new LinkedHashMap<>();
            for (at++; next() != '}'; skipComma()) {
                String key = string();
                next();
                at++;
                made.put(key, value());
            }
            at++;
            return made;
        }
        if (c == '[') {
            List<Object> made = new ArrayList<>();
            for (at++; next() != ']'; skipComma()) made.add(value());
            at++;
            return made;
        }
        if (c == '"') return string();
        int start = at;
        while (at < text.length() && ",]} \n\t\r".indexOf(text.charAt(at)) < 0) at++;
        String word = text.substring(start, at);
        return switch (word) {
            case "null" -> null;
            case "true" -> true;
            case "false" -> false;
            default -> word.matches("-?\\d+") ? (Object) Long.valueOf(word) : (Object) Double.valueOf(word);
        };
    }

    private void skipComma() {
        if (next() == ',') at++;
    }

    private String string() {
        next();
        StringBuilder made = new StringBuilder();
        for (at++; text.charAt(at) != '"'; at++) {
            char c = text.charAt(at);
            if (c != '\\') {
                made.append(c);
                continue;
            }
            c = text.charAt(++at);
            switch (c) {
                case 'n' -> made.append('\n');
                case 't' -> made.append('\t');
                case 'r' -> made.append('\r');
                case 'b' -> made.append('\b');
                case 'f' -> made.append('\f');
                case 'u' -> {
                    made.append((char) Integer.parseInt(text.substring(at + 1, at + 5), 16));
                    at += 4;
                }
                default -> made.append(c);
            }
        }
        at++;
        return made.toString();
    }

    static String write(Object value) {
        if (value instanceof String text) return quote(text);
        StringJoiner made;
        if (value instanceof Map<?, ?> map) {
            made = new StringJoiner(",", "{", "}");
            map.forEach((k, v) -> made.add(quote((String) k) + ":" + write(v)));
            return made.toString();
        }
        if (value instanceof List<?> list) {
            made = new StringJoiner(",", "[", "]");
            list.forEach(each -> made.add(write(each)));
            return made.toString();
        }
        return String.valueOf(value);
    }

    private static String quote(String text) {
        StringBuilder made = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') made.append('\\').append(c);
            else if (c < ' ' || c > '~') made.append(String.format("\\u%04x", (int) c));
            else made.append(c);
        }
        return made.append('"').toString();
    }
}
