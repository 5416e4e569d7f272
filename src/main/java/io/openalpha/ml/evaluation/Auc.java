package io.openalpha.ml.evaluation;

/** The area under the ROC curve by itself, without days and intervals. */
public final class Auc {

    private Auc() {}

    /**
     * By the sum of ranks, ties counting one half (J. A. Hanley and B. J. McNeil, 1982).
     *
     * @param labels 0 or 1, parallel to the scores
     * @return 0 to 1; 0.5 when only one label occurs
     */
    public static double of(float[] scores, byte[] labels) {
        TiedRanks ranking = TiedRanks.of(scores, 0, scores.length);
        double rankSum = 0;
        long positives = 0;
        for (int start = 0, end; start < ranking.size(); start = end) {
            end = ranking.groupEnd(start);
            double rank = (start + 1 + end) / 2.0;
            for (int place = start; place < end; place++) {
                int label = labels[ranking.row(place)];
                rankSum += rank * label;
                positives += label;
            }
        }
        long negatives = scores.length - positives;
        return positives == 0 || negatives == 0
                ? 0.5
                : (rankSum - positives * (positives + 1) / 2.0) / positives / negatives;
    }
}
