// Solutions of spec.py's families; see AUTHORING.md.

//: family tokens
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

final class Tokens {
    record Token(String kind, String text) {}

    private static final Pattern TOKEN =
            Pattern.compile(
                    " +|(?<name>[A-Za-z][A-Za-z0-9]*)|(?<number>[0-9]+)"
                            + "|(?<symbol>[-+=<>])"); //: symbols=short
                            + "|(?<symbol>->|[=<>]=|[-+=<>])"); //: symbols=long

    static List<Token> tokens(String source) {
        List<Token> found = new ArrayList<>();
        Matcher match = TOKEN.matcher(source);
        int place = 0;
        while (place < source.length()) {
            if (!match.find(place) || match.start() != place) {
                throw new IllegalArgumentException("unexpected character");
            }
            for (String kind : List.of("name", "number", "symbol")) {
                if (match.group(kind) != null) {
                    found.add(new Token(kind, match.group()));
                }
            }
            place = match.end();
        }
        return found;
    }
}

//: family door_lock
final class DoorLock {
    private final String code;
    private final StringBuilder keys = new StringBuilder(); //: rule!=restart
    private int right; //: rule=restart

    DoorLock(String code) {
        this.code = code;
    }

    boolean press(String key) {
        //: rule=latest
        keys.append(key);
        boolean opens = keys.toString().endsWith(code);
        if (opens) {
            keys.setLength(0);
        }
        return opens;
        //: rule=blocks
        keys.append(key);
        if (keys.length() < code.length()) {
            return false;
        }
        boolean opens = code.contentEquals(keys);
        keys.setLength(0);
        return opens;
        //: rule=restart
        if (!code.startsWith(key, right)) {
            right = 0;
            return false;
        }
        right = (right + 1) % code.length();
        return right == 0;
        //: end
    }
}

//: family debouncer
//: rule=majority
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;

//: end
final class Debouncer {
    private final int count;
    private int seen; //: rule!=majority
    private final Deque<Boolean> latest = new ArrayDeque<>(); //: rule=majority
    private boolean level;

    Debouncer(int count) {
        this.count = count;
        latest.addAll(Collections.nCopies(count, false)); //: rule=majority
    }

    boolean read(boolean measured) {
        //: rule=row
        seen = measured == level ? 0 : seen + 1;
        if (seen == count) {
            level = measured;
            seen = 0;
        }
        //: rule=counter
        seen = Math.min(Math.max(seen + (measured ? 1 : -1), 0), count);
        if (seen == 0 || seen == count) {
            level = seen == count;
        }
        //: rule=majority
        latest.remove();
        latest.add(measured);
        int high = Collections.frequency(latest, true);
        if (2 * high != count) {
            level = 2 * high > count;
        }
        //: end
        return level;
    }
}

//: family frame_reader
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

final class FrameReader {
    private enum State {
        IDLE,
        LENGTH,
        PAYLOAD,
        ENDING
    }

    private State state = State.IDLE;
    private int length;
    private List<Integer> payload;
    private int damaged;

    Optional<List<Integer>> feed(int value) {
        switch (state) {
            case IDLE -> {
                if (value == 126) {
                    state = State.LENGTH;
                    payload = new ArrayList<>();
                }
            }
            case LENGTH -> {
                length = value;
                state = length == 0 ? State.ENDING : State.PAYLOAD;
            }
            case PAYLOAD -> {
                payload.add(value);
                state = payload.size() == length ? State.ENDING : State.PAYLOAD;
            }
            case ENDING -> {
                state = State.IDLE;
                if (value == check()) {
                    return Optional.of(payload);
                }
                damaged++;
            }
        }
        return Optional.empty();
    }

    int damaged() {
        return damaged;
    }

    private int check() {
        return payload.stream().mapToInt(Integer::intValue).sum() % 256; //: check=sum
        return payload.stream().reduce(0, (mixed, each) -> mixed ^ each); //: check=xor
    }
}

//: family line_reader
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

final class LineReader {
    private final StringBuilder rest = new StringBuilder();
    private boolean quoted; //: ends=semicolon

    List<String> feed(String chunk) {
        List<String> lines = new ArrayList<>();
        for (char letter : chunk.toCharArray()) {
            if (letter == '\n') { //: ends!=semicolon
            quoted ^= letter == '"'; //: ends=semicolon
            if (letter == ';' && !quoted) { //: ends=semicolon
                //: ends=either
                int last = rest.length() - 1;
                if (last >= 0 && rest.charAt(last) == '\r') {
                    rest.setLength(last);
                }
                //: end
                lines.add(rest.toString());
                rest.setLength(0);
            } else {
                rest.append(letter);
            }
        }
        return lines;
    }

    Optional<String> finish() {
        String line = rest.toString();
        rest.setLength(0);
        quoted = false; //: ends=semicolon
        return line.isEmpty() ? Optional.empty() : Optional.of(line);
    }
}

//: family multi_tap
final class MultiTap {
    private static final String[] LETTERS = {
        " ", "", "abc", "def", "ghi", "jkl", "mno", "pqrs", "tuv", "wxyz"
    };

    static String multiTap(String keys) {
        StringBuilder typed = new StringBuilder();
        int presses = 0;
        for (int i = 0; i < keys.length(); i++) {
            char key = keys.charAt(i);
            if (key == '.') {
                continue;
            }
            presses++;
            String letters = LETTERS[key - '0'];
            boolean last = i + 1 == keys.length() || keys.charAt(i + 1) != key;
            if (last || presses == letters.length()) { //: more=next
                typed.append(letters.charAt(presses - 1)); //: more=next
            if (last) { //: more!=next
                typed.append(letters.charAt((presses - 1) % letters.length())); //: more=wrap
                typed.append(letters.charAt(Math.min(presses, letters.length()) - 1)); //: more=last
                presses = 0;
            }
        }
        return typed.toString();
    }
}

//: family trace_machine
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

final class TraceMachine {
    record Rule(String source, String symbol, String target) {}

    static List<String> traceMachine(List<Rule> rules, String start, String symbols) {
        Map<String, Map<String, String>> targets = new HashMap<>();
        for (Rule rule : rules) {
            targets.computeIfAbsent(rule.source(), source -> new HashMap<>())
                    .put(rule.symbol(), rule.target());
        }
        List<String> states = new ArrayList<>(List.of(start));
        String state = start;
        for (String symbol : symbols.split("")) {
            if (symbol.isEmpty()) {
                break;
            }
            Map<String, String> own = targets.getOrDefault(state, Map.of());
            String target = own.getOrDefault(symbol, own.get("*"));
            //: missing=stays
            state = target == null ? state : target;
            //: missing=stops
            if (target == null) {
                break;
            }
            state = target;
            //: missing=error
            if (target == null) {
                throw new IllegalStateException("no rule applies");
            }
            state = target;
            //: end
            states.add(state);
        }
        return states;
    }
}
