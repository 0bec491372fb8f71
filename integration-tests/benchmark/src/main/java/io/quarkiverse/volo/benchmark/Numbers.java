package io.quarkiverse.volo.benchmark;

/** The numbers of the requests on a connection, and which of them are under way. */
abstract sealed class Numbers {

    private int underWay;

    static Numbers of(Frames frames, int window) {
        return frames.anyOrder() ? new AnyOrder(window) : new InOrder();
    }

    final int underWay() {
        return underWay;
    }

    /** The number of the next request, which is under way from now on; never 0. */
    final int next() {
        underWay++;
        return take();
    }

    /** The reply with that number has come; answers whether one was to come. */
    final boolean replied(int number) {
        boolean awaited = giveBack(number);
        underWay -= awaited ? 1 : 0;
        return awaited;
    }

    abstract int take();

    abstract boolean giveBack(int number);

    /** Replies come in the order of their requests, and as many as one likes are under way. */
    private static final class InOrder extends Numbers {

        private int sent;
        private int received;

        @Override
        int take() {
            return ++sent;
        }

        @Override
        boolean giveBack(int number) {
            if (number != received + 1 || received == sent) {
                return false;
            }
            received++;
            return true;
        }
    }

    /** Each place of the window has numbers of its own: its own plus a multiple of the window's size. */
    private static final class AnyOrder extends Numbers {

        private final int[] free;
        private final int[] numbers;
        private final boolean[] awaited;
        private int frees;

        AnyOrder(int window) {
            free = new int[window];
            numbers = new int[window];
            awaited = new boolean[window];
            for (int place = 0; place < window; place++) {
                numbers[place] = place;
                free[frees++] = place;
            }
        }

        @Override
        int take() {
            int place = free[--frees];
            awaited[place] = true;
            numbers[place] += numbers.length;
            return numbers[place];
        }

        @Override
        boolean giveBack(int number) {
            int place = Math.floorMod(number, numbers.length);
            if (!awaited[place] || numbers[place] != number) {
                return false;
            }
            awaited[place] = false;
            free[frees++] = place;
            return true;
        }
    }
}
