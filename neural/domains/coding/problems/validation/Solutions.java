// Solutions of spec.py's families; see AUTHORING.md.

//: family check_password
import java.util.ArrayList;
import java.util.List;

final class CheckPassword {
    static List<String> checkPassword(String password) {
        List<String> faults = new ArrayList<>();
        if (password.length() < 8) {
            faults.add("too short");
        }
        if (!password.matches("(?s).*[0-9].*")) {
            faults.add("no digit");
        }
        if (!password.matches("(?s).*[A-Z].*")) {
            faults.add("no capital");
        }
        //: extra=symbol
        if (password.matches("[A-Za-z0-9]*")) {
            faults.add("no symbol");
        }
        //: extra=repeated
        if (password.matches("(?s).*(.)\\1\\1.*")) {
            faults.add("repeated");
        }
        //: extra=common
        if (password.equalsIgnoreCase("password")) {
            faults.add("common");
        }
        //: end
        return faults;
    }
}

//: family is_email
final class IsEmail {
    private static final String LOCAL_PART = "[^@ ]+"; //: local=any
    private static final String LOCAL_PART = "[A-Za-z0-9]+(?:\\.[A-Za-z0-9]+)*"; //: local=dots
    private static final String LOCAL_PART = "[A-Za-z0-9]+"; //: local=plain
    private static final String DOMAIN = "[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+";

    static boolean isEmail(String address) {
        return address.matches(LOCAL_PART + "@" + DOMAIN);
    }
}

//: family is_ipv4
import java.util.stream.Stream;

final class IsIpv4 {
    static boolean isIpv4(String address) {
        String[] parts = address.split("\\.", -1);
        return parts.length == 4 && Stream.of(parts).allMatch(IsIpv4::valid);
    }

    private static boolean valid(String part) {
        return part.matches("0|[1-9][0-9]{0,2}") && Integer.parseInt(part) < 256; //: zeros=refused
        return part.matches("[0-9]{1,3}") && Integer.parseInt(part) < 256; //: zeros=allowed
    }
}

//: family is_isbn
final class IsIsbn {
    static boolean isIsbn(String text) {
        String plain = text; //: dashes=refused
        String plain = text.replace("-", ""); //: dashes=ignored
        if (!plain.matches("[0-9]{9}[0-9X]")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            char letter = plain.charAt(i);
            sum += (10 - i) * (letter == 'X' ? 10 : letter - '0');
        }
        return sum % 11 == 0;
    }
}

//: family parse_port
final class ParsePort {
    static int parsePort(String text) {
        if (!text.matches("[0-9]+")) {
            throw new IllegalArgumentException("port must be a number");
        }
        long port = Long.parseLong(text);
        if (port < LOWEST || port > 65535) {
            throw new IllegalArgumentException("port out of range: " + port);
        }
        return (int) port;
    }
}

//: family check_fields
import java.util.List;
import java.util.Map;
import java.util.stream.Stream; //: more=unknown

final class CheckFields {
    static List<String> checkFields(Map<String, String> form, List<String> required) {
        //: more=only
        return required.stream()
                .filter(name -> !form.containsKey(name)) //: lacks=absent
                .filter(name -> form.getOrDefault(name, "").isBlank()) //: lacks=blank
                .toList(); //: more=only
        //: more=unknown
        Stream<String> lacking = required.stream()
                .filter(name -> !form.containsKey(name)); //: lacks=absent and more=unknown
                .filter(name -> form.getOrDefault(name, "").isBlank()); //: lacks=blank and more=unknown
        //: more=unknown
        Stream<String> unknown = form.keySet().stream()
                .filter(name -> !required.contains(name))
                .sorted()
                .map(name -> name + "?");
        return Stream.concat(lacking, unknown).toList();
        //: end
    }
}

//: family validate_order
final class ValidateOrder {
    static final class OutOfStockException extends RuntimeException {
        OutOfStockException() {
            super("not enough in stock");
        }
    }

    static int validateOrder(int quantity, int price, int stock) {
        boolean missing = stock < quantity; //: stock_rule=error
        boolean missing = stock < quantity && stock == 0; //: stock_rule=reduce
        //: first=stock
        if (missing) {
            throw new OutOfStockException();
        }
        //: end
        if (quantity < 1) {
            throw new IllegalArgumentException("quantity must be at least 1");
        }
        if (price < 0) {
            throw new IllegalArgumentException("price must not be negative");
        }
        //: first=order
        if (missing) {
            throw new OutOfStockException();
        }
        //: end
        return quantity * price; //: stock_rule=error
        return Math.min(quantity, stock) * price; //: stock_rule=reduce
    }
}

//: family is_identifier
import java.util.Set;

final class IsIdentifier {
    private static final Set<String> RESERVED = Set.of("if", "for", "while");

    static boolean isIdentifier(String name) {
        boolean formed = name.matches("[A-Za-z_][A-Za-z0-9_]*"); //: rule=code
        boolean formed = name.matches("[a-z](?:[a-z0-9-]*[a-z0-9])?"); //: rule=css
        boolean formed = name.matches("[A-Z][A-Z0-9_]*"); //: rule=const
        return formed && !RESERVED.contains(name);
    }
}

//: family is_hex_color
final class IsHexColor {
    private static final String FORM = "#[0-9A-Fa-f]{6}"; //: digits=six
    private static final String FORM = "#(?:[0-9A-Fa-f]{3}){1,2}"; //: digits=short
    //: digits=alpha
    private static final String FORM =
            "#(?:(?:[0-9A-Fa-f]{3}){1,2}|(?:[0-9A-Fa-f]{4}){1,2})";
    //: end

    static boolean isHexColor(String text) {
        return text.matches(FORM);
    }
}

//: family check_sudoku
import java.util.HashSet;
import java.util.Set;

final class CheckSudoku {
    static boolean checkSudoku(int[] cells) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < cells.length; i++) {
            int number = cells[i];
            int row = i / 4;
            int column = i % 4;
            int block = row / 2 * 2 + column / 2;
            if (number == 0) {
                return false; //: filled=full
                continue; //: filled=partly
            }
            if (!seen.add("row " + row + ": " + number)
                    || !seen.add("column " + column + ": " + number)
                    || !seen.add("block " + block + ": " + number)) {
                return false;
            }
        }
        return true;
    }
}

//: family check_bracket_tags
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

final class CheckBracketTags {
    private static final Pattern TAG = Pattern.compile("<(/?)([a-z]+)>");

    static Optional<String> checkBracketTags(String html) {
        Deque<String> opened = new ArrayDeque<>();
        Matcher tag = TAG.matcher(html);
        while (tag.find()) {
            String name = tag.group(2);
            if (tag.group(1).isEmpty()) {
                opened.push(name); //: void=none
                //: void=br
                if (!name.equals("br")) {
                    opened.push(name);
                }
                //: end
            } else if (!name.equals(opened.poll())) {
                return Optional.of(tag.group());
            }
        }
        return Optional.ofNullable(opened.peek()).map(name -> "<" + name + ">");
    }
}

//: family valid_move
final class ValidMove {
    static boolean validMove(String piece, String start, String end) {
        int files = Math.abs(start.charAt(0) - end.charAt(0));
        int ranks = Math.abs(start.charAt(1) - end.charAt(1));
        return switch (piece) {
            case "rook" -> (files == 0) != (ranks == 0);
            case "bishop" -> files == ranks && files > 0;
            case "knight" -> files * ranks == 2; //: third=knight
            case "king" -> Math.max(files, ranks) == 1; //: third=king
            default -> throw new IllegalArgumentException("unknown piece: " + piece);
        };
    }
}

//: family normalize_phone
final class NormalizePhone {
    static String normalizePhone(String text) {
        String number = text.replaceAll("[ /()-]", "")
                .replaceFirst("^00", "+"); //: prefix=strict
                .replaceFirst("^00", "+") //: prefix=german
                .replaceFirst("^0", "+49"); //: prefix=german
        if (!number.matches("\\+[0-9]{7,13}")) {
            throw new IllegalArgumentException("not a phone number: '" + text + "'");
        }
        return number;
    }
}

//: family layout_problems
import java.util.stream.Stream;

final class LayoutProblems {
    static long layoutProblems(String text) {
        return Stream.of(text.split("\n", -1))
                .filter(line -> line.length() > 8) //: what=long
                .filter(line -> line.endsWith(" ") || line.endsWith("\t")) //: what=trailing
                .filter(line -> line.matches(" +\t.*")) //: what=tabs
                .filter(line -> line.matches("(?: +\t|\t+ ).*")) //: what=mixed
                .count();
    }
}
