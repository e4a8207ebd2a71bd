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
