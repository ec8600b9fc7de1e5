package dev.penstock.cli.output;

import dev.penstock.controls.model.CheckReport;
import dev.penstock.controls.model.Control;
import dev.penstock.controls.model.ControlResult;
import dev.penstock.controls.model.Repair;
import dev.penstock.controls.model.RepairStep;
import dev.penstock.controls.model.ReportNode;
import dev.penstock.controls.model.RunError;
import dev.penstock.controls.model.Status;
import java.io.IOException;
import java.io.Writer;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A shell script to review: what is in alarm, and the commands that repair it, each commented out. */
record RemediationScript(ReportSettings.Origin origin) implements CheckRenderer {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx");

    @Override
    public void write(CheckReport report, Writer out) throws IOException {
        var script = new Script(accounts(report), report.repairs(), out);
        script.header(report, TIME.format(report.ended().atZone(origin.zone())), origin.version());
        for (ReportNode.Check check : report.checks()) {
            if (check.counts().alarm() + check.counts().exempt() > 0) {
                script.check(check);
            }
        }
    }

    private static Set<String> accounts(CheckReport report) {
        var accounts = new TreeSet<String>();
        for (ReportNode.Check check : report.checks()) {
            check.results().forEach(result -> accounts.add(result.account()));
        }
        accounts.remove("");
        return accounts;
    }

    /** One script as it is written. */
    private record Script(Set<String> accounts, Map<String, Repair> repairs, Writer out) {

        void header(CheckReport report, String time, String version) throws IOException {
            out.write("#!/bin/sh\n");
            comment("How to repair what Penstock " + version + " found at " + time
                    + (accounts.isEmpty() ? "" : " in account " + String.join(" and ", accounts)) + ".");
            comment("Nothing was executed: every command below is commented out. Read each, take the \"# \" before it");
            comment("away where you agree; \"aws sts get-caller-identity\" tells whose credentials the shell has.");
            if (report.dryRun()) {
                comment("It was a dry run: no control was run, so there is nothing to repair here.");
            }
            for (ReportNode.Check check : report.checks()) {
                gaps(check);
            }
        }

        private void gaps(ReportNode.Check check) throws IOException {
            String name = check.node().fullName();
            if (check.error().isPresent()) {
                comment("Not covered: " + name + " could not run: "
                        + check.error().map(RunError::message).orElse(""));
            } else if (check.counts().error() > 0) {
                comment("Not covered: " + check.counts().error() + " of " + name + " that could not be judged: "
                        + firstError(check));
            }
            Repair repair = repair(check.node());
            if (repair.error().isPresent()) {
                comment("Not covered: commands for " + name + ": "
                        + repair.error().map(RunError::message).orElse(""));
            }
        }

        private static String firstError(ReportNode.Check check) {
            return check.results().stream()
                    .filter(result -> result.status() == Status.ERROR)
                    .findFirst()
                    .map(ControlResult::reason)
                    .orElse("");
        }

        void check(ReportNode.Check check) throws IOException {
            Control control = check.node();
            out.write("\n");
            comment("==== " + control.fullName() + ": " + control.title());
            Map<String, List<RepairStep>> steps = new HashMap<>();
            repair(control)
                    .steps()
                    .forEach(step -> steps.computeIfAbsent(step.resource(), key -> new ArrayList<>())
                            .add(step));
            // An account that two connections reach gives each alarm twice.
            Set<List<String>> written = new HashSet<>();
            for (ControlResult alarm : check.results()) {
                boolean alarming = alarm.status() == Status.ALARM || alarm.status() == Status.EXEMPT;
                if (alarming && written.add(List.of(alarm.resource(), alarm.account(), alarm.reason()))) {
                    alarm(alarm, steps.getOrDefault(alarm.resource(), List.of()), control);
                }
            }
        }

        private void alarm(ControlResult alarm, List<RepairStep> steps, Control control) throws IOException {
            out.write("\n");
            boolean exempt = alarm.status() == Status.EXEMPT;
            comment((exempt ? "Exempt: " : "Alarm: ") + alarm.resource());
            comment("Reason: " + alarm.explanation());
            if (accounts.size() > 1) {
                comment("Account: " + (alarm.account().isEmpty() ? "not known" : alarm.account()));
            }
            if (exempt) {
                return;
            }
            int number = 0;
            for (RepairStep step : steps) {
                if (step.repairs(alarm.resource(), alarm.account())) {
                    number++;
                    comment("Step " + number + ": " + step.step());
                    comment(commandOf(step));
                }
            }
            if (number == 0) {
                comment("No commands are known for it; how to repair it says: penstock control show "
                        + control.fullName());
            }
        }

        private static String commandOf(RepairStep step) {
            return ShellText.isWritable(step.command())
                    ? ShellText.command(step.command())
                    : "Not written, because a word of it holds characters that no line of a script can show: "
                            + String.join(" ", step.command());
        }

        private Repair repair(Control control) {
            return repairs.getOrDefault(control.fullName(), Repair.NONE);
        }

        private void comment(String text) throws IOException {
            out.write("# " + ShellText.comment(text) + "\n");
        }
    }
}
