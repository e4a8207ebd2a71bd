// Solutions of spec.py's families; see AUTHORING.md.

//: family thermostat
final class Thermostat {
    private final int low;
    private final int high;
    private boolean on;

    Thermostat(int low, int high) {
        this.low = low;
        this.high = high;
    }

    boolean update(int temperature) {
        if (temperature < low) {
            on = true; //: device=heater
            on = false; //: device=cooler
        } else if (temperature > high) {
            on = false; //: device=heater
            on = true; //: device=cooler
        }
        return on;
    }
}

//: family matchmaker
import java.util.ArrayList;
import java.util.Comparator; //: which=closest
import java.util.List;
import java.util.Optional;

final class Matchmaker {
    private record Player(String name, int level) {}

    private final int gap;
    private final List<Player> players = new ArrayList<>();

    Matchmaker(int gap) {
        this.gap = gap;
    }

    Optional<String> join(String name, int level) {
        Optional<Player> opponent = players.stream()
                .filter(player -> Math.abs(player.level() - level) <= gap)
                .findFirst(); //: which=longest
                //: which=closest
                .min(Comparator.comparingInt(
                        player -> Math.abs(player.level() - level)));
                //: end
        opponent.ifPresentOrElse(
                players::remove, () -> players.add(new Player(name, level)));
        return opponent.map(Player::name);
    }

    List<String> waiting() {
        return players.stream().map(Player::name).toList();
    }
}

//: family playlist
import java.util.List;
import java.util.Optional;

final class Playlist {
    private final List<String> songs;
    private int place;

    Playlist(List<String> songs) {
        this.songs = List.copyOf(songs);
    }

    Optional<String> current() {
        return songs.isEmpty() ? Optional.empty() : Optional.of(songs.get(place));
    }

    Optional<String> next() {
        return move(1);
    }

    Optional<String> previous() {
        return move(-1);
    }

    private Optional<String> move(int step) {
        if (!songs.isEmpty()) {
            place = Math.min(Math.max(place + step, 0), songs.size() - 1); //: edge=stop
            place = Math.floorMod(place + step, songs.size()); //: edge=loop
        }
        return current();
    }
}

//: family shopping_cart
import java.util.HashMap;
import java.util.Map;

final class ShoppingCart {
    private record Article(int price, int count) {}

    private final Map<String, Article> articles = new HashMap<>();

    void add(String name, int price, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("count must be at least 1");
        }
        //: again=replace
        articles.put(name, new Article(price, count));
        //: again=new_price
        articles.merge(name, new Article(price, count), (before, added) ->
                new Article(added.price(), before.count() + added.count()));
        //: again=old_price
        articles.merge(name, new Article(price, count), (before, added) ->
                new Article(before.price(), before.count() + added.count()));
        //: end
    }

    boolean remove(String name) {
        return articles.remove(name) != null;
    }

    int total() {
        return articles.values().stream()
                .mapToInt(article -> article.price() * article.count())
                .sum();
    }
}

//: family elevator
import java.util.ArrayList;
import java.util.Collections; //: next_stop=nearest
import java.util.Comparator; //: next_stop=nearest
import java.util.List;

final class Elevator {
    private final int floors;
    private final List<Integer> stops = new ArrayList<>();
    private int floor;

    Elevator(int floors) {
        this.floors = floors;
    }

    void call(int floor) {
        if (floor < 0 || floor >= floors) {
            throw new IllegalArgumentException("there is no floor " + floor);
        }
        if (floor != this.floor && !stops.contains(floor)) {
            stops.add(floor);
        }
    }

    int step() {
        if (!stops.isEmpty()) {
            int target = stops.get(0); //: next_stop=first
            //: next_stop=nearest
            Comparator<Integer> byDistance =
                    Comparator.comparingInt(stop -> Math.abs(stop - floor));
            int target = Collections.min(
                    stops, byDistance.thenComparing(Comparator.naturalOrder()));
            //: end
            floor += target > floor ? 1 : -1;
            stops.remove(Integer.valueOf(floor));
        }
        return floor;
    }
}

//: family ledger
import java.util.HashMap;
import java.util.Map;

final class Ledger {
    static final class InsufficientFundsException extends RuntimeException {
        InsufficientFundsException(String account) {
            super(account + " has too little");
        }
    }

    private final Map<String, Integer> balances = new HashMap<>();

    void post(String account, int amount) {
        balances.merge(account, amount, Integer::sum);
    }

    void transfer(String source, String target, int amount) {
        if (amount < 1) {
            throw new IllegalArgumentException("amount must be positive");
        }
        if (balance(source) - amount < 0) { //: limit=zero
        if (balance(source) - amount < -10) { //: limit=credit
            throw new InsufficientFundsException(source);
        }
        post(source, -amount);
        post(target, amount);
    }

    int balance(String account) {
        return balances.getOrDefault(account, 0);
    }
}

//: family parking
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeSet;

final class Parking {
    static final class CarParkFullException extends RuntimeException {
        CarParkFullException() {
            super("no space is free");
        }
    }

    private final TreeSet<Integer> spaces = new TreeSet<>();
    private final Map<String, Integer> inside = new HashMap<>();

    Parking(int spaces) {
        for (int space = 1; space <= spaces; space++) {
            this.spaces.add(space);
        }
    }

    int enter(String plate) {
        if (inside.containsKey(plate)) {
            throw new IllegalArgumentException(plate + " is inside");
        }
        if (spaces.isEmpty()) {
            throw new CarParkFullException();
        }
        int space = spaces.pollFirst(); //: which=lowest
        int space = spaces.pollLast(); //: which=highest
        inside.put(plate, space);
        return space;
    }

    void leave(String plate) {
        Integer space = inside.remove(plate);
        if (space == null) {
            throw new NoSuchElementException(plate + " is not inside");
        }
        spaces.add(space);
    }

    int free() {
        return spaces.size();
    }
}

//: family circuit_breaker
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

final class CircuitBreaker {
    private final int threshold;
    private final Map<String, Integer> failures = new HashMap<>();
    private final Set<String> blocked = new HashSet<>();

    CircuitBreaker(int threshold) {
        this.threshold = threshold;
    }

    boolean report(String source, boolean failed) {
        if (!failed) {
            failures.remove(source);
            blocked.remove(source);
            return false;
        }
        int count = failures.merge(source, 1, Integer::sum); //: rule=row
        //: rule=all
        failures.merge(source, 1, Integer::sum);
        int count = failures.values().stream().mapToInt(each -> each).sum();
        //: end
        if (count >= threshold) {
            blocked.add(source);
        }
        return blocked.contains(source);
    }
}
