package io.athanor.examples.tour;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar of what is done, with rows and rows per second. */
final class Progress {
    private static final int REFRESH_MILLIS = 200;
    private static final int WIDTH = 100;

    private Progress() {}

    static ProgressBar bar(String unit, long total) {
        return new ProgressBarBuilder()
                .setTaskName("loading")
                .setUnit(" " + unit, 1)
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(REFRESH_MILLIS)
                .setMaxRenderedLength(WIDTH)
                .showSpeed()
                .hideEta()
                .build();
    }
}
