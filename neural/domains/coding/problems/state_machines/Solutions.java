// Solutions of spec.py's families; see AUTHORING.md.

//: family vending_machine
import java.util.Set;

final class VendingMachine {
    private static final Set<Integer> COINS = Set.of(5, 10, 20, 50);

    private final int price;
    private int credit;

    VendingMachine(int price) {
        this.price = price;
    }

    int insert(int coin) {
        if (!COINS.contains(coin)) {
            throw new IllegalArgumentException("unknown coin");
        }
        credit += coin;
        return credit;
    }

    int buy() {
        if (credit < price) {
            throw new IllegalStateException("not enough credit");
        }
        credit -= price;
        return cancel(); //: change=out
        return credit; //: change=kept
    }

    int cancel() {
        int returned = credit;
        credit = 0;
        return returned;
    }
}

//: family crossing_light
final class CrossingLight {
    private enum Green {
        CARS,
        WALKERS
    }

    private final int least;
    private final int walk;
    private Green green = Green.CARS;
    private int seconds;
    private boolean pressed;

    CrossingLight(int least, int walk) {
        this.least = least;
        this.walk = walk;
    }

    void press() {
        pressed = true; //: early=kept
        pressed = green == Green.CARS; //: early=ignored
    }

    String tick() {
        seconds++;
        if (green == Green.WALKERS && seconds == walk) {
            green = Green.CARS;
            seconds = 0;
        } else if (green == Green.CARS && pressed && seconds >= least) {
            green = Green.WALKERS;
            seconds = 0;
            pressed = false;
        }
        return green.name().toLowerCase();
    }
}

//: family turnstile
final class Turnstile {
    private int paid; //: extra=counted
    private boolean unlocked; //: extra!=counted
    private int passed;

    boolean coin() {
        //: extra=counted
        paid++;
        return true;
        //: extra=returned
        boolean kept = !unlocked;
        unlocked = true;
        return kept;
        //: extra=lost
        unlocked = true;
        return true;
        //: end
    }

    boolean push() {
        if (paid == 0) { //: extra=counted
        if (!unlocked) { //: extra!=counted
            return false;
        }
        paid--; //: extra=counted
        unlocked = false; //: extra!=counted
        passed++;
        return true;
    }

    int passed() {
        return passed;
    }
}

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

//: family browser_history
import java.util.ArrayList;
import java.util.List;

final class BrowserHistory {
    private final List<String> pages = new ArrayList<>();
    private int place;

    BrowserHistory(String home) {
        pages.add(home);
    }

    void visit(String page) {
        place++;
        pages.subList(place, pages.size()).clear();
        pages.add(page);
    }

    String back(int steps) {
        return move(place - steps);
    }

    String forward(int steps) {
        return move(place + steps);
    }

    private String move(int wanted) {
        place = Math.min(Math.max(wanted, 0), pages.size() - 1); //: far=end
        //: far=stay
        if (wanted >= 0 && wanted < pages.size()) {
            place = wanted;
        }
        //: end
        return pages.get(place);
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

//: family order_flow
final class OrderFlow {
    private String status = "new";

    String handle(String event) {
        status =
                switch (status + " " + event) {
                    case "new pay" -> "paid";
                    case "paid ship" -> "shipped";
                    case "shipped deliver" -> "delivered";
                    case "new cancel" -> "cancelled"; //: cancel!=unshipped
                    case "new cancel", "paid cancel" -> "cancelled"; //: cancel=unshipped
                    case "paid cancel", "shipped cancel" -> "refunded"; //: cancel=refund
                    default -> throw new IllegalStateException("impossible event");
                };
        return status;
    }

    String status() {
        return status;
    }
}

//: family microwave
final class Microwave {
    private int left;
    private boolean open;
    private boolean running;

    int add(int seconds) {
        left += seconds;
        return left;
    }

    boolean start() {
        if (running || open || left == 0) {
            return false;
        }
        running = true;
        return true;
    }

    void open() {
        //: stops=cleared
        if (running) {
            left = 0;
        }
        //: end
        open = true;
        running = false; //: stops!=resumes
    }

    void close() {
        open = false;
    }

    int tick() {
        if (running) { //: stops!=resumes
        if (running && !open) { //: stops=resumes
            left--;
            running = left > 0;
        }
        return left;
    }
}

//: family stopwatch
final class Stopwatch {
    private boolean running;
    private int shown;
    private int last; //: time!=total
    private int best = Integer.MAX_VALUE; //: time=best

    boolean toggle(int wait) {
        pass(wait);
        running = !running;
        return running;
    }

    int lap(int wait) {
        pass(wait);
        return shown; //: time=total
        //: time!=total
        int split = shown - last;
        last = shown;
        return split; //: time=split
        //: time=best
        best = Math.min(best, split);
        return best;
        //: end
    }

    void reset(int wait) {
        shown = 0;
        last = 0; //: time!=total
        best = Integer.MAX_VALUE; //: time=best
    }

    private void pass(int wait) {
        if (running) {
            shown += wait;
        }
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

//: family tennis_game
final class TennisGame {
    private static final int[] NAMES = {0, 15, 30, 40};

    private int server;
    private int receiver;

    String point(boolean server) {
        if (isOver()) {
            throw new IllegalStateException("the game is over");
        }
        if (server) {
            this.server++;
        } else {
            receiver++;
        }
        return score();
    }

    String score() {
        if (isOver()) {
            return leader() + " wins";
        }
        if (Math.min(server, receiver) < 3) {
            return NAMES[server] + "-" + NAMES[receiver];
        }
        return server == receiver ? "deuce" : "advantage " + leader(); //: deuce=advantage
        return "deuce"; //: deuce=golden
    }

    private boolean isOver() {
        int lead = Math.abs(server - receiver);
        return Math.max(server, receiver) > 3 && lead > 1; //: deuce=advantage
        return Math.max(server, receiver) > 3 && lead > 0; //: deuce=golden
    }

    private String leader() {
        return server > receiver ? "server" : "receiver";
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

//: family strip_block_comments
final class StripBlockComments {
    static String stripBlockComments(String source) {
        StringBuilder kept = new StringBuilder();
        //: nested=flat
        int place = 0;
        int start = source.indexOf("/*");
        while (start >= 0) {
            int end = source.indexOf("*/", start + 2);
            if (end < 0) {
                throw new IllegalArgumentException("unclosed comment");
            }
            kept.append(source, place, start);
            //: nested=flat and space=blank
            kept.append(' ');
            //: nested=flat
            place = end + 2;
            start = source.indexOf("/*", place);
        }
        return kept.append(source.substring(place)).toString();
        //: nested=nested
        int depth = 0;
        for (int i = 0; i < source.length(); i++) {
            if (source.startsWith("/*", i)) {
                depth++;
                i++;
            } else if (depth > 0 && source.startsWith("*/", i)) {
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

//: family login_session
final class LoginSession {
    private final int timeout;
    private int now;
    private int ends;

    LoginSession(int timeout) {
        this.timeout = timeout;
    }

    void login(int wait) {
        now += wait;
        ends = now + timeout;
    }

    boolean request(int wait) {
        now += wait;
        boolean active = now < ends;
        //: since=request
        if (active) {
            ends = now + timeout;
        }
        //: end
        return active;
    }

    boolean logout(int wait) {
        now += wait;
        boolean active = now < ends;
        ends = now;
        return active;
    }
}

//: family dimmer
final class Dimmer {
    private final int levels;
    private int level = 1;
    private boolean on;
    private int step = 1; //: way=bounce

    Dimmer(int levels) {
        this.levels = levels;
    }

    int press() {
        on = !on;
        return on ? level : 0;
    }

    int hold() {
        if (!on) {
            return 0;
        }
        level = level % levels + 1; //: way=wrap
        level = Math.min(level + 1, levels); //: way=top
        //: way=bounce
        if (levels > 1) {
            if (level + step < 1 || level + step > levels) {
                step = -step;
            }
            level += step;
        }
        //: end
        return level;
    }
}

//: family sealed_auction
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class SealedAuction {
    private final int reserve;
    private final Map<String, Integer> bids = new LinkedHashMap<>();
    private boolean open = true;

    SealedAuction(int reserve) {
        this.reserve = reserve;
    }

    boolean bid(String name, int amount) {
        if (!open) {
            throw new IllegalStateException("the auction is closed");
        }
        if (amount < reserve) {
            return false;
        }
        bids.remove(name); // a new bid is a later one
        bids.put(name, amount);
        return true;
    }

    Optional<String> close() {
        open = false;
        return sorted().stream().findFirst().map(Map.Entry::getKey);
    }

    Optional<Integer> price() {
        List<Map.Entry<String, Integer>> sorted = sorted();
        if (open || sorted.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(sorted.get(0).getValue()); //: pays=own
        return Optional.of(sorted.size() > 1 ? sorted.get(1).getValue() : reserve); //: pays=second
    }

    private List<Map.Entry<String, Integer>> sorted() {
        return bids.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .toList();
    }
}

//: family joint_decision
import java.util.HashSet;
import java.util.Set;

final class JointDecision {
    private final int parties;
    private final Set<Integer> voted = new HashSet<>();
    private int yes;
    private int no;

    JointDecision(int parties) {
        this.parties = parties;
    }

    String vote(int party, boolean inFavour) {
        if (party < 0 || party >= parties) {
            throw new IllegalArgumentException("no such party");
        }
        if (status().equals("open")) {
            if (!voted.add(party)) {
                throw new IllegalStateException("voted already");
            }
            if (inFavour) {
                yes++;
            } else {
                no++;
            }
        }
        return status();
    }

    String status() {
        if (yes == parties) { //: rule=unanimous
        if (2 * yes > parties) { //: rule=majority
            return "accepted";
        }
        return no > 0 ? "rejected" : "open"; //: rule=unanimous
        return 2 * no >= parties ? "rejected" : "open"; //: rule=majority
    }
}

//: family nested_store
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

final class NestedStore {
    private Map<String, Integer> values = new HashMap<>();
    // What the values were before each open transaction.
    private final Deque<Map<String, Integer>> earlier = new ArrayDeque<>();

    void put(String key, int value) {
        values.put(key, value);
    }

    Optional<Integer> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    void begin() {
        earlier.push(new HashMap<>(values));
    }

    boolean commit() {
        return earlier.poll() != null; //: what=one
        //: what=all
        boolean open = !earlier.isEmpty();
        earlier.clear();
        return open;
        //: end
    }

    boolean rollback() {
        if (earlier.isEmpty()) {
            return false;
        }
        values = earlier.pop();
        return true;
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
