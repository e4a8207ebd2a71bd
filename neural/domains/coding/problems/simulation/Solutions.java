// Solutions of spec.py's families; see AUTHORING.md.

//: family evolve
final class Evolve {
    static String evolve(String cells, int steps) {
        String row = cells;
        for (int step = 0; step < steps; step++) {
            StringBuilder next = new StringBuilder();
            for (int i = 0; i < row.length(); i++) {
                int code = 4 * bit(row, i - 1) + 2 * bit(row, i) + bit(row, i + 1);
                next.append((RULE >> code & 1) == 1 ? '#' : '.');
            }
            row = next.toString();
        }
        return row;
    }

    private static int bit(String row, int place) {
        //: ends=dead
        boolean outside = place < 0 || place >= row.length();
        return !outside && row.charAt(place) == '#' ? 1 : 0;
        //: ends=ring
        return row.charAt(Math.floorMod(place, row.length())) == '#' ? 1 : 0;
        //: end
    }
}

//: family lfu_cache
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

final class LfuCache {
    private record Entry(int value, int uses) {}

    private final int capacity;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    LfuCache(int capacity) {
        this.capacity = capacity;
    }

    Optional<Integer> get(String key) {
        Entry entry = entries.get(key);
        if (entry == null) {
            return Optional.empty();
        }
        use(key, entry.value());
        return Optional.of(entry.value());
    }

    void put(String key, int value) {
        if (!entries.containsKey(key) && entries.size() == capacity) {
            entries.entrySet().stream()
                    .min(Comparator.comparingInt(entry -> entry.getValue().uses()))
                    .ifPresent(victim -> entries.remove(victim.getKey()));
        }
        use(key, value);
    }

    private void use(String key, int value) {
        //: tie=oldest
        entries.merge(
                key,
                new Entry(value, 1),
                (before, first) -> new Entry(value, before.uses() + 1));
        //: tie=stale
        Entry before = entries.remove(key);
        entries.put(key, new Entry(value, before == null ? 1 : before.uses() + 1));
        //: end
    }
}

//: family ttl_cache
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

final class TtlCache {
    private record Entry(int value, int end) {}

    private final int lifetime;
    private final Map<String, Entry> entries = new HashMap<>();
    private int now;

    TtlCache(int lifetime) {
        this.lifetime = lifetime;
    }

    void put(String key, int value) {
        entries.put(key, new Entry(value, now + lifetime));
    }

    Optional<Integer> get(String key) {
        Entry entry = entries.get(key);
        if (entry == null || entry.end() <= now) {
            return Optional.empty();
        }
        put(key, entry.value()); //: since=used
        return Optional.of(entry.value());
    }

    void advance(int seconds) {
        now += seconds;
    }

    int size() {
        return (int) entries.values().stream()
                .filter(entry -> entry.end() > now)
                .count();
    }
}

//: family checkout_time
import java.util.List;
import java.util.PriorityQueue; //: queue=shared

final class CheckoutTime {
    static int checkoutTime(List<Integer> customers, int tills) {
        if (tills < 1) {
            throw new IllegalArgumentException("there must be a till");
        }
        int last = 0;
        //: queue=shared
        PriorityQueue<Integer> freeAt = new PriorityQueue<>();
        for (int minutes : customers) {
            int start = freeAt.size() < tills ? 0 : freeAt.remove();
            freeAt.add(start + minutes);
            last = Math.max(last, start + minutes);
        }
        //: queue=fixed
        int[] freeAt = new int[tills];
        for (int i = 0; i < customers.size(); i++) {
            freeAt[i % tills] += customers.get(i);
            last = Math.max(last, freeAt[i % tills]);
        }
        //: end
        return last;
    }
}

//: family langton
final class Langton {
    static int langton(int size, int steps) {
        boolean[][] black = new boolean[size][size];
        int count = 0;
        int row = size / 2;
        int column = size / 2;
        int down = -1;
        int right = 0;
        for (int step = 0; step < steps; step++) {
            int side = black[row][column] ? -1 : 1;
            int before = down;
            down = side * right;
            right = -side * before;
            count += side;
            black[row][column] = !black[row][column];
            //: edge=wrap
            row = Math.floorMod(row + down, size);
            column = Math.floorMod(column + right, size);
            //: edge=stop
            row += down;
            column += right;
            if (row < 0 || row >= size || column < 0 || column >= size) {
                break;
            }
            //: end
        }
        return count;
    }
}

//: family bowling_score
import java.util.List;

final class BowlingScore {
    static int bowlingScore(List<Integer> rolls) {
        int score = 0;
        int place = 0;
        for (int frame = 0; frame < 10; frame++) {
            int first = rolls.get(place);
            if (first == 10) {
                score += 10 + rolls.get(place + 1) + rolls.get(place + 2); //: scoring=bonus
                score += 30; //: scoring=current
                place++;
                continue;
            }
            int pins = first + rolls.get(place + 1);
            score += pins == 10 ? 10 + rolls.get(place + 2) : pins; //: scoring=bonus
            score += pins == 10 ? 10 + first : pins; //: scoring=current
            place += 2;
        }
        return score;
    }
}

//: family tennis_game
final class TennisGame {
    private static final String[] NAMES = {"love", "15", "30", "40"};

    static String tennisGame(String points) {
        int server = 0;
        int receiver = 0;
        for (char point : points.toCharArray()) {
            if (point == 'S') {
                server++;
            } else {
                receiver++;
            }
            int most = Math.max(server, receiver);
            if (most > 3 && Math.abs(server - receiver) >= 2) { //: deuce=advantage
            if (most > 3) { //: deuce=golden
                return server > receiver ? "server wins" : "receiver wins";
            }
        }
        //: deuce=advantage
        if (Math.min(server, receiver) >= 3 && server != receiver) {
            return server > receiver ? "advantage server" : "advantage receiver";
        }
        //: end
        if (server >= 3 && server == receiver) {
            return "deuce";
        }
        return NAMES[server] + "-" + NAMES[receiver];
    }
}

//: family dice_score
import java.util.List;
//: category=straight
import java.util.Set;
import java.util.stream.IntStream;
//: category!=straight
import java.util.Map;
import java.util.stream.Collectors;
//: end

final class DiceScore {
    static int diceScore(List<Integer> dice) {
        //: category=straight
        boolean straight = IntStream.rangeClosed(1, 3)
                .anyMatch(i -> dice.containsAll(Set.of(i, i + 1, i + 2, i + 3)));
        return straight ? 30 : 0;
        //: category!=straight
        Map<Integer, Integer> counts =
                dice.stream().collect(Collectors.toMap(n -> n, n -> 1, Integer::sum));
        //: category=full_house
        return counts.containsValue(3) && counts.containsValue(2) ? 25 : 0;
        //: category=three
        boolean three = counts.values().stream().anyMatch(count -> count >= 3);
        return three ? dice.stream().mapToInt(Integer::intValue).sum() : 0;
        //: category=pairs
        List<Integer> pairs = counts.keySet().stream()
                .filter(number -> counts.get(number) >= 2)
                .toList();
        return pairs.size() == 2 ? 2 * (pairs.get(0) + pairs.get(1)) : 0;
        //: end
    }
}

//: family play_ladders
import java.util.List;
import java.util.Map;

final class PlayLadders {
    static int playLadders(int size, Map<Integer, Integer> jumps, List<Integer> rolls) {
        int place = 1;
        for (int roll : rolls) {
            if (place == size) {
                break;
            }
            int target = place + roll; //: over!=win
            int target = Math.min(place + roll, size); //: over=win
            //: over=stay
            if (target > size) {
                continue;
            }
            //: over=bounce
            if (target > size) {
                target = 2 * size - target;
            }
            //: end
            place = jumps.getOrDefault(target, target);
        }
        return place;
    }
}

//: family ticket_desk
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

final class TicketDesk {
    private final Deque<Integer> urgent = new ArrayDeque<>();
    private final Deque<Integer> ordinary = new ArrayDeque<>();
    private int last;
    private boolean wasUrgent; //: order=fair

    int take(boolean urgent) {
        last++;
        (urgent ? this.urgent : ordinary).add(last);
        return last;
    }

    Optional<Integer> call() {
        boolean ordinaryFirst = urgent.isEmpty(); //: order=always
        //: order=fair
        boolean ordinaryFirst =
                urgent.isEmpty() || wasUrgent && !ordinary.isEmpty();
        //: end
        Deque<Integer> queue = ordinaryFirst ? ordinary : urgent;
        //: order=fair
        if (!queue.isEmpty()) {
            wasUrgent = queue == urgent;
        }
        //: end
        return Optional.ofNullable(queue.poll());
    }
}

//: family stock_cost
//: which=dearest
import java.util.Collections;
import java.util.PriorityQueue;
import java.util.Queue;
//: which!=dearest
import java.util.ArrayDeque;
import java.util.Deque;
//: end

final class StockCost {
    //: which=dearest
    private final Queue<Integer> prices =
            new PriorityQueue<>(Collections.reverseOrder());
    //: end
    private final Deque<Integer> prices = new ArrayDeque<>(); //: which!=dearest

    void buy(int count, int price) {
        for (int i = 0; i < count; i++) {
            prices.add(price);
        }
    }

    int sell(int count) {
        if (count > prices.size()) {
            throw new IllegalStateException("not enough in stock");
        }
        int cost = 0;
        for (int i = 0; i < count; i++) {
            cost += prices.remove(); //: which!=newest
            cost += prices.removeLast(); //: which=newest
        }
        return cost;
    }

    int left() {
        return prices.size();
    }
}

//: family page_faults
//: victim=optimal
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
//: victim!=optimal
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
//: end

final class PageFaults {
    static int pageFaults(List<Integer> pages, int frames) {
        //: victim!=optimal
        Set<Integer> loaded = new LinkedHashSet<>();
        int faults = 0;
        for (Integer page : pages) {
            //: victim=fifo
            if (loaded.contains(page)) {
                continue;
            }
            faults++;
            if (loaded.size() == frames) {
                loaded.remove(loaded.iterator().next());
            }
            //: victim=lru
            if (!loaded.remove(page)) {
                faults++;
                if (loaded.size() == frames) {
                    loaded.remove(loaded.iterator().next());
                }
            }
            //: victim!=optimal
            loaded.add(page);
        }
        //: victim=optimal
        List<Integer> loaded = new ArrayList<>();
        int faults = 0;
        for (int place = 0; place < pages.size(); place++) {
            Integer page = pages.get(place);
            if (loaded.contains(page)) {
                continue;
            }
            faults++;
            if (loaded.size() == frames) {
                List<Integer> ahead = pages.subList(place, pages.size());
                loaded.stream()
                        .max(Comparator.comparingInt(each -> nextUse(ahead, each)))
                        .ifPresent(loaded::remove);
            }
            loaded.add(page);
        }
        //: end
        return faults;
    }
    //: victim=optimal

    private static int nextUse(List<Integer> ahead, Integer page) {
        int found = ahead.indexOf(page);
        return found < 0 ? ahead.size() : found;
    }
    //: end
}

//: family run_order
import java.util.ArrayList;
import java.util.Comparator; //: policy!=ratio
import java.util.List;

final class RunOrder {
    record Job(String name, int arrival, int duration) {}

    static List<String> runOrder(List<Job> jobs) {
        List<Job> waiting = new ArrayList<>(jobs);
        List<String> order = new ArrayList<>();
        int now = 0;
        while (!waiting.isEmpty()) {
            now = Math.max(
                    now, waiting.stream().mapToInt(Job::arrival).min().getAsInt());
            int time = now;
            Job next = waiting.stream()
                    .filter(job -> job.arrival() <= time)
                    .min(Comparator.comparingInt(Job::duration)) //: policy=shortest
                    //: policy=latest
                    .min(Comparator.comparingInt(Job::arrival).reversed())
                    //: policy=ratio
                    .reduce((best, job) -> isBetter(job, best, time) ? job : best)
                    //: end
                    .orElseThrow();
            waiting.remove(next);
            order.add(next.name());
            now += next.duration();
        }
        return order;
    }
    //: policy=ratio

    /** Compares without dividing, and without the 1 that both ratios contain. */
    private static boolean isBetter(Job job, Job best, int now) {
        int waited = now - job.arrival();
        return waited * best.duration() > (now - best.arrival()) * job.duration();
    }
    //: end
}

//: family allocator
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;

final class Allocator {
    private final TreeMap<Integer, Integer> blocks = new TreeMap<>();

    Allocator(int size) {
        blocks.put(size, 0); // marks the end
    }

    Optional<Integer> allocate(int length) {
        int best = -1;
        int space = 0;
        int reached = 0;
        for (Map.Entry<Integer, Integer> block : blocks.entrySet()) {
            int gap = block.getKey() - reached;
            if (gap >= length && best < 0) { //: gap=first
            if (gap >= length && (best < 0 || gap < space)) { //: gap=best
            if (gap >= length && gap > space) { //: gap=worst
                best = reached;
                space = gap; //: gap!=first
            }
            reached = block.getKey() + block.getValue();
        }
        if (best < 0) {
            return Optional.empty();
        }
        blocks.put(best, length);
        return Optional.of(best);
    }

    void release(int start) {
        if (blocks.getOrDefault(start, 0) == 0) {
            throw new NoSuchElementException("no block begins there");
        }
        blocks.remove(start);
    }
}

//: family head_travel
import java.util.ArrayList; //: order!=given
import java.util.Comparator; //: order!=given
import java.util.List;

final class HeadTravel {
    static int headTravel(int start, List<Integer> requests) {
        int travel = 0;
        int place = start;
        //: order=sweep
        List<Integer> stops = new ArrayList<>(requests);
        // Those below come last and in descending order.
        stops.sort(Comparator.comparing((Integer track) -> track < start)
                .thenComparing(track -> track < start ? -track : track));
        //: order=nearest
        List<Integer> waiting = new ArrayList<>(requests);
        waiting.sort(Comparator.naturalOrder());
        //: end
        for (int track : requests) { //: order=given
        for (int track : stops) { //: order=sweep
        //: order=nearest
        while (!waiting.isEmpty()) {
            int from = place;
            Integer track = waiting.stream()
                    .min(Comparator.comparingInt(each -> Math.abs(each - from)))
                    .orElseThrow();
            waiting.remove(track);
            //: end
            travel += Math.abs(track - place);
            place = track;
        }
        return travel;
    }
}

//: family spread_fire
import java.util.ArrayList;
import java.util.List;

final class SpreadFire {
    static List<String> spreadFire(List<String> rows, int steps) {
        List<String> forest = rows;
        for (int step = 0; step < steps; step++) {
            forest = nextRows(forest);
        }
        return forest;
    }

    private static List<String> nextRows(List<String> rows) {
        List<String> next = new ArrayList<>();
        for (int r = 0; r < rows.size(); r++) {
            StringBuilder row = new StringBuilder(rows.get(r));
            for (int c = 0; c < row.length(); c++) {
                char cell = row.charAt(c);
                if (cell == '*') {
                    row.setCharAt(c, '.');
                } else if (cell == 'T' && catches(rows, r, c)) {
                    row.setCharAt(c, '*');
                }
            }
            next.add(row.toString());
        }
        return next;
    }

    private static boolean catches(List<String> rows, int row, int column) {
        //: spreads=four
        return burns(rows, row - 1, column)
                || burns(rows, row + 1, column)
                || burns(rows, row, column - 1)
                || burns(rows, row, column + 1);
        //: spreads=eight
        for (int r = row - 1; r <= row + 1; r++) {
            for (int c = column - 1; c <= column + 1; c++) {
                if (burns(rows, r, c)) {
                    return true;
                }
            }
        }
        return false;
        //: spreads=wind
        return burns(rows, row - 1, column) || burns(rows, row, column - 1);
        //: end
    }

    private static boolean burns(List<String> rows, int row, int column) {
        return row >= 0
                && row < rows.size()
                && column >= 0
                && column < rows.get(row).length()
                && rows.get(row).charAt(column) == '*';
    }
}

//: family drop_stones
import java.util.List;
//: direction=right
import java.util.Arrays;
//: direction!=right
import java.util.stream.Stream;
//: end

final class DropStones {
    //: direction=right
    static List<String> dropStones(List<String> rows) {
        return rows.stream().map(DropStones::slid).toList();
    }

    private static String slid(String line) {
        // Sorting each part between blocks puts "." before "o".
        char[] cells = line.toCharArray();
        int start = 0;
        for (int i = 0; i <= cells.length; i++) {
            if (i == cells.length || cells[i] == '#') {
                Arrays.sort(cells, start, i);
                start = i + 1;
            }
        }
        return new String(cells);
    }
    //: direction!=right
    static List<String> dropStones(List<String> rows) {
        char[][] cells = rows.stream().map(String::toCharArray).toArray(char[][]::new);
        for (int column = 0; column < cells[0].length; column++) {
            settle(cells, column);
        }
        return Stream.of(cells).map(String::new).toList();
    }

    private static void settle(char[][] cells, int column) {
        int free = cells.length - 1; //: direction=down
        int free = 0; //: direction=up
        for (int row = cells.length - 1; row >= 0; row--) { //: direction=down
        for (int row = 0; row < cells.length; row++) { //: direction=up
            if (cells[row][column] == '#') {
                free = row - 1; //: direction=down
                free = row + 1; //: direction=up
            } else if (cells[row][column] == 'o') {
                cells[row][column] = '.';
                cells[free][column] = 'o';
                free--; //: direction=down
                free++; //: direction=up
            }
        }
    }
    //: end
}

//: family league_table
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

final class LeagueTable {
    record Match(String home, String away, int homeGoals, int awayGoals) {}

    record Place(String team, int points) {}

    static List<Place> leagueTable(List<Match> matches) {
        Map<String, Integer> points = new HashMap<>();
        Map<String, Integer> difference = new HashMap<>(); //: tie=goals
        for (Match match : matches) {
            int lead = match.homeGoals() - match.awayGoals();
            points.merge(match.home(), earned(lead), Integer::sum);
            points.merge(match.away(), earned(-lead), Integer::sum);
            //: tie=goals
            difference.merge(match.home(), lead, Integer::sum);
            difference.merge(match.away(), -lead, Integer::sum);
            //: end
        }
        //: tie=goals
        Comparator<Place> byDifference =
                Comparator.comparingInt(place -> difference.get(place.team()));
        //: end
        return points.entrySet().stream()
                .map(entry -> new Place(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(Place::points)
                        .reversed()
                        .thenComparing(byDifference.reversed()) //: tie=goals
                        .thenComparing(Place::team))
                .toList();
    }

    private static int earned(int lead) {
        if (lead > 0) {
            return WIN;
        }
        return lead == 0 ? 1 : 0;
    }
}

//: family sealed_auction
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

final class SealedAuction {
    private record Offer(String name, int amount) {}

    record Sale(String name, int price) {}

    private final int reserve;
    private final List<Offer> offers = new ArrayList<>();

    SealedAuction(int reserve) {
        this.reserve = reserve;
    }

    boolean bid(String name, int amount) {
        boolean outdone = offers.stream()
                .filter(offer -> offer.name().equals(name))
                .anyMatch(offer -> offer.amount() >= amount);
        return amount >= reserve && !outdone && offers.add(new Offer(name, amount));
    }

    Optional<Sale> result() {
        // Of equal offers, the reversed order keeps the earlier one in front.
        return offers.stream()
                .min(Comparator.comparingInt(Offer::amount).reversed())
                .map(best -> new Sale(best.name(), best.amount())); //: price=first
                .map(best -> new Sale(best.name(), highestWithout(best.name()))); //: price=second
    }
    //: price=second

    private int highestWithout(String name) {
        return offers.stream()
                .filter(offer -> !offer.name().equals(name))
                .mapToInt(Offer::amount)
                .max()
                .orElse(reserve);
    }
    //: end
}

//: family months_to_repay
import java.util.OptionalInt;

final class MonthsToRepay {
    static OptionalInt monthsToRepay(int debt, int percent, int payment) {
        int owed = debt;
        int months = 0;
        while (owed > 0) {
            //: order=interest
            int left = Math.max(owed + owed * percent / 100 - payment, 0);
            //: order=payment
            int unpaid = Math.max(owed - payment, 0);
            int left = unpaid + unpaid * percent / 100;
            //: end
            if (left >= owed) {
                return OptionalInt.empty();
            }
            owed = left;
            months++;
        }
        return OptionalInt.of(months);
    }
}

//: family server_loads
import java.util.List;
//: policy=largest
import java.util.Comparator;
//: end

final class ServerLoads {
    static int[] serverLoads(List<Integer> tasks, int servers) {
        if (servers < 1) {
            throw new IllegalArgumentException("servers must be at least 1");
        }
        int[] loads = new int[servers];
        //: policy=turns
        for (int i = 0; i < tasks.size(); i++) {
            loads[i % servers] += tasks.get(i);
        }
        //: policy=least
        for (int work : tasks) {
            loads[leastLoaded(loads)] += work;
        }
        //: policy=largest
        List<Integer> sorted =
                tasks.stream().sorted(Comparator.reverseOrder()).toList();
        for (int work : sorted) {
            loads[leastLoaded(loads)] += work;
        }
        //: end
        return loads;
    }
    //: policy!=turns

    private static int leastLoaded(int[] loads) {
        int least = 0;
        for (int i = 1; i < loads.length; i++) {
            if (loads[i] < loads[least]) {
                least = i;
            }
        }
        return least;
    }
    //: end
}

//: family runoff_winner
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

final class RunoffWinner {
    static Optional<String> runoffWinner(List<List<String>> ballots) {
        TreeSet<String> racing = new TreeSet<>();
        ballots.forEach(racing::addAll);
        while (!racing.isEmpty()) {
            Map<String, Integer> counts = new TreeMap<>();
            racing.forEach(name -> counts.put(name, 0));
            for (List<String> ballot : ballots) {
                ballot.stream()
                        .filter(racing::contains)
                        .findFirst()
                        .ifPresent(name -> counts.merge(name, 1, Integer::sum));
            }
            int counted = counts.values().stream().mapToInt(n -> n).sum();
            for (String name : racing) {
                if (2 * counts.get(name) > counted) {
                    return Optional.of(name);
                }
            }
            int fewest = Collections.min(counts.values());
            racing.removeIf(name -> counts.get(name) == fewest); //: out=all
            //: out=last
            racing.descendingSet().stream()
                    .filter(name -> counts.get(name) == fewest)
                    .findFirst()
                    .ifPresent(racing::remove);
            //: end
        }
        return Optional.empty();
    }
}

//: family dealer_hand
import java.util.List;

final class DealerHand {
    static int dealerHand(List<Integer> cards) {
        int sum = 0;
        boolean hasAce = false;
        for (int card : cards) {
            if (worth(sum, hasAce) >= 17) { //: soft=stands
            if (worth(sum, hasAce) > 17 || sum == 17) { //: soft=hits
                break;
            }
            sum += card;
            hasAce |= card == 1;
        }
        return worth(sum, hasAce);
    }

    private static int worth(int sum, boolean hasAce) {
        return hasAce && sum + 10 <= 21 ? sum + 10 : sum;
    }
}
