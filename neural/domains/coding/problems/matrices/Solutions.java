// Solutions of spec.py's families; see AUTHORING.md.

//: family rotated
final class Rotated {
    static int[][] rotated(int[][] matrix) {
        if (matrix.length == 0) {
            return matrix;
        }
        int height = matrix.length;
        int width = matrix[0].length;
        int[][] result = new int[width][height]; //: how=right|left
        int[][] result = new int[height][width]; //: how=half|mirror
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                int number = matrix[row][column];
                result[column][height - 1 - row] = number; //: how=right
                result[width - 1 - column][row] = number; //: how=left
                result[height - 1 - row][width - 1 - column] = number; //: how=half
                result[row][width - 1 - column] = number; //: how=mirror
            }
        }
        return result;
    }
}

//: family multiply
final class Multiply {
    static int[][] multiply(int[][] left, int[][] right) {
        //: product=matrix
        if (left[0].length != right.length) {
            throw new IllegalArgumentException("sizes do not fit");
        }
        //: product=element
        if (left.length != right.length || left[0].length != right[0].length) {
            throw new IllegalArgumentException("sizes do not fit");
        }
        //: end
        int[][] product = new int[left.length][right[0].length];
        for (int i = 0; i < left.length; i++) {
            for (int j = 0; j < right[0].length; j++) {
                //: product=matrix
                for (int k = 0; k < right.length; k++) {
                    product[i][j] += left[i][k] * right[k][j];
                }
                //: product=element
                product[i][j] = left[i][j] * right[i][j];
                //: end
            }
        }
        return product;
    }
}

//: family line_sums
final class LineSums {
    static int[] lineSums(int[][] matrix) {
        int size = matrix.length;
        int[] sums = new int[size]; //: line!=diagonal
        int[] sums = new int[Math.max(2 * size - 1, 0)]; //: line=diagonal
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                sums[row] += matrix[row][column]; //: line=row
                sums[column] += matrix[row][column]; //: line=column
                sums[column - row + size - 1] += matrix[row][column]; //: line=diagonal
            }
        }
        return sums;
    }
}

//: family life
import java.util.ArrayList;
import java.util.List;

final class Life {
    static List<String> life(List<String> rows) {
        List<String> next = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < rows.get(0).length(); column++) {
                int count = neighbours(rows, row, column);
                boolean alive = count == 3 || count == 2 && alive(rows, row, column);
                line.append(alive ? '#' : '.');
            }
            next.add(line.toString());
        }
        return next;
    }

    private static int neighbours(List<String> rows, int row, int column) {
        int count = 0;
        for (int dr = -1; dr <= 1; dr++) {
            for (int dc = -1; dc <= 1; dc++) {
                if ((dr != 0 || dc != 0) && alive(rows, row + dr, column + dc)) {
                    count++;
                }
            }
        }
        return count;
    }

    private static boolean alive(List<String> rows, int row, int column) {
        int height = rows.size();
        int width = rows.get(0).length();
        //: edge=torus
        String line = rows.get(Math.floorMod(row, height));
        return line.charAt(Math.floorMod(column, width)) == '#';
        //: edge=dead
        boolean inside = row >= 0 && row < height && column >= 0 && column < width;
        return inside && rows.get(row).charAt(column) == '#';
        //: end
    }
}

//: family edit_distance
final class EditDistance {
    static int editDistance(String source, String target) {
        int[][] steps = new int[source.length() + 1][target.length() + 1];
        for (int i = 0; i <= source.length(); i++) {
            for (int j = 0; j <= target.length(); j++) {
                if (i == 0 || j == 0) {
                    steps[i][j] = i + j;
                } else if (source.charAt(i - 1) == target.charAt(j - 1)) {
                    steps[i][j] = steps[i - 1][j - 1];
                } else {
                    int shorter = Math.min(steps[i - 1][j], steps[i][j - 1]);
                    steps[i][j] = 1 + shorter; //: more=only
                    steps[i][j] = 1 + Math.min(shorter, steps[i - 1][j - 1]); //: more=replace
                }
            }
        }
        return steps[source.length()][target.length()];
    }
}

//: family knapsack
import java.util.List;

final class Knapsack {
    record Item(int weight, int value) {}

    static int knapsack(List<Item> items, int capacity) {
        int[] best = new int[capacity + 1];
        for (Item item : items) {
            for (int room = capacity; room >= item.weight(); room--) { //: often=once
            for (int room = item.weight(); room <= capacity; room++) { //: often=any
                int taken = best[room - item.weight()] + item.value();
                best[room] = Math.max(best[room], taken);
            }
        }
        return best[capacity];
    }
}

//: family best_run
final class BestRun {
    static int bestRun(int[] values) {
        int best = 0; //: empty=allowed
        //: empty=one
        if (values.length == 0) {
            throw new IllegalArgumentException("no values");
        }
        int best = values[0];
        //: end
        int current = 0;
        for (int value : values) {
            current = Math.max(current + value, 0); //: empty=allowed
            current = Math.max(current + value, value); //: empty=one
            best = Math.max(best, current);
        }
        return best;
    }
}

//: family longest_rise
import java.util.Arrays;

final class LongestRise {
    static int longestRise(int[] values) {
        int[] lengths = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            lengths[i] = 1;
            for (int j = 0; j < i; j++) { //: kind!=run
            for (int j = Math.max(i - 1, 0); j < i; j++) { //: kind=run
                if (values[j] < values[i]) { //: kind!=weak
                if (values[j] <= values[i]) { //: kind=weak
                    lengths[i] = Math.max(lengths[i], lengths[j] + 1);
                }
            }
        }
        return Arrays.stream(lengths).max().orElse(0);
    }
}

//: family coin_ways
//: what=fewest
import java.util.Arrays;

//: end
final class CoinWays {
    static int coinWays(int total, int[] coins) {
        //: what=ways
        int[] ways = new int[total + 1];
        ways[0] = 1;
        for (int coin : coins) {
            for (int amount = coin; amount <= total; amount++) {
                ways[amount] += ways[amount - coin];
            }
        }
        return ways[total];
        //: what=orders
        int[] ways = new int[total + 1];
        ways[0] = 1;
        for (int amount = 1; amount <= total; amount++) {
            for (int coin : coins) {
                ways[amount] += coin <= amount ? ways[amount - coin] : 0;
            }
        }
        return ways[total];
        //: what=fewest
        int[] fewest = new int[total + 1];
        Arrays.fill(fewest, total + 1);
        fewest[0] = 0;
        for (int coin : coins) {
            for (int amount = coin; amount <= total; amount++) {
                fewest[amount] = Math.min(fewest[amount], fewest[amount - coin] + 1);
            }
        }
        return fewest[total] > total ? -1 : fewest[total];
        //: end
    }
}
