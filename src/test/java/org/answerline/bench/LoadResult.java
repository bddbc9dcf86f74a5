package org.answerline.bench;

/**
 * What a stretch of load came to.
 *
 * @param answered requests with the answer that was hoped for
 * @param failed all others
 * @param seconds from the first request to the last
 * @param p50 milliseconds
 * @param p95 milliseconds
 * @param p99 milliseconds
 */
record LoadResult(long answered, long failed, double seconds, double p50, double p95, double p99) {

    String line() {
        return answered + " " + failed + " " + seconds + " " + p50 + " " + p95 + " " + p99;
    }

    static LoadResult read(String line) {
        var words = line.split(" ");
        return new LoadResult(
                Long.parseLong(words[0]),
                Long.parseLong(words[1]),
                Double.parseDouble(words[2]),
                Double.parseDouble(words[3]),
                Double.parseDouble(words[4]),
                Double.parseDouble(words[5]));
    }

    double perSecond() {
        return answered / seconds;
    }
}
