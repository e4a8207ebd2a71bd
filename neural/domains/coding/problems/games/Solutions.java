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
