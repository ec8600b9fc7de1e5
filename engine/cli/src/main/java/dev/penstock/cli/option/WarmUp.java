package dev.penstock.cli.option;

import dev.penstock.sql.Engine;

/**
 * Loads on a second core what the command will need, while the first one reads the command. A process that ends before
 * it is done ends all the same, and what goes wrong in it goes wrong again, and is told, where it matters.
 */
public final class WarmUp {
    private WarmUp() {}

    /** Begins with the planner. */
    public static void ofPlanner() {
        start(Engine::warmUpPlanner);
    }

    /** Begins with the first calls of an engine's plugins. */
    static void ofPlugins(Engine engine) {
        start(engine::warmUpPlugins);
    }

    private static void start(Runnable work) {
        var thread = new Thread(work, "penstock-warm-up");
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((failed, thrown) -> {});
        thread.start();
    }
}
