package dev.penstock.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import dev.penstock.controls.model.CheckNode;
import dev.penstock.controls.model.CheckReport;
import dev.penstock.controls.model.Control;
import dev.penstock.controls.model.ControlResult;
import dev.penstock.controls.model.Query;
import dev.penstock.controls.model.ReportNode;
import dev.penstock.controls.run.CheckTree;
import dev.penstock.controls.run.ControlRunner;
import dev.penstock.controls.run.RunListener;
import dev.penstock.controls.run.RunSettings;
import dev.penstock.sql.Session;
import dev.penstock.tables.aws.simulator.SimulatorOptions;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * 1,000 controls, no two of the same text, over the users, keys, groups and policies of one account. Run it with
 * -Xmx256m: results beyond a sixteenth of that go to a file. With a folder as argument it writes the controls as a mod
 * there instead, for a run of the whole program.
 */
public final class ManyControls {
    private static final int CONTROLS = 1_000;
    private static final int USERS = 1_000;
    private static final double NANOS = 1e9;

    /** Questions as mods ask them; the number makes each text one of its own. */
    private static final List<String> QUESTIONS = List.of(
            "select arn as resource, case when create_date < now() - interval '%d days' then 'alarm' else 'ok' end as status,"
                    + " name || ' was created ' || to_char(create_date, 'YYYY-MM-DD') as reason, account_id from aws_iam_user",
            "with keys as (select user_name, count(*) as n from aws_iam_access_key group by user_name)"
                    + " select u.arn as resource, case when coalesce(k.n, 0) > %d then 'alarm' else 'ok' end as status,"
                    + " u.name || ' has ' || coalesce(k.n, 0) || ' keys' as reason, u.account_id"
                    + " from aws_iam_user as u left join keys as k on k.user_name = u.name",
            "select arn as resource, case when name like '%%%d' then 'alarm' else 'ok' end as status,"
                    + " title || ' is a group' as reason, partition, account_id from aws_iam_group",
            "select u.arn as resource, case when jsonb_array_length(coalesce(u.tags_src, '[]')) > %d then 'ok' else 'alarm' end"
                    + " as status, u.name || ' has tags ' || coalesce(u.tags::text, 'none') as reason from aws_iam_user as u");

    private ManyControls() {}

    /** Prints the figures, or writes the mod. */
    public static void main(String[] args) throws IOException {
        if (args.length > 0) {
            Files.writeString(Path.of(args[0], "mod.pp"), mod());
            return;
        }
        for (int round = 1; round <= 3; round++) {
            try (var account = new Account(USERS, SimulatorOptions.defaults());
                    Session session = account.openSession()) {
                run(session, round);
            }
        }
    }

    private static String sql(int number) {
        return QUESTIONS.get(number % QUESTIONS.size()).formatted(number);
    }

    private static String mod() {
        var mod = new StringBuilder("mod \"many\" {}\n");
        for (int i = 0; i < CONTROLS; i++) {
            mod.append("control \"c%d\" {\n  sql = \"%s\"\n}\n".formatted(i, sql(i)));
        }
        return mod.toString();
    }

    private static void run(Session session, int round) {
        var controls = new ArrayList<CheckNode>();
        for (int i = 0; i < CONTROLS; i++) {
            String name = "c" + i;
            controls.add(
                    new Control("many", name, name, "", "", Map.of(), "", new Query("many", name, "", "", sql(i))));
        }
        long start = System.nanoTime();
        long processor = processorTime();
        try (var runner = new ControlRunner(session, Clock.systemUTC(), RunSettings.defaults(), RunListener.NONE)) {
            CheckReport report = runner.run(new CheckTree(controls));
            double ran = (System.nanoTime() - start) / NANOS;
            double busy = (processorTime() - processor) / NANOS;
            long letters = 0;
            for (ReportNode node : report.roots()) {
                for (ControlResult result : ((ReportNode.Check) node).rows()) {
                    letters += result.reason().length();
                }
            }
            double read = (System.nanoTime() - start) / NANOS - ran;
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            long held = runtime.totalMemory() - runtime.freeMemory();
            print(
                    "%,d controls over %,d users, round %d: %.2f s (%.1f s of processor time), and %.2f s to read %,d results (%,d errors, %,d letters);"
                            + " %,d calls; %,d MB held of %,d MB",
                    CONTROLS,
                    USERS,
                    round,
                    ran,
                    busy,
                    read,
                    report.counts().total(),
                    report.counts().error(),
                    letters,
                    session.calls().total(),
                    held >> 20,
                    runtime.maxMemory() >> 20);
        }
    }

    /** What this process has used of the processors: what else runs on the machine matters less to it. */
    private static long processorTime() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
