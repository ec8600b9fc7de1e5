package dev.penstock.tables.aws.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The report of all credentials: made on demand, while the caller asks again, and good for four hours.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html">Credential
 *     reports</a>
 */
final class CredentialReport {
    static final Instant ROOT_CREATED = Instant.parse("2020-01-01T00:00:00Z");

    private static final Duration GOOD_FOR = Duration.ofHours(4);
    private static final int QUESTIONS_UNTIL_DONE = 2;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'+00:00'");
    private static final String HEADER =
            "user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,"
                    + "password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,"
                    + "access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,"
                    + "access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,"
                    + "access_key_2_last_used_region,access_key_2_last_used_service,cert_1_active,"
                    + "cert_1_last_rotated,cert_2_active,cert_2_last_rotated";

    private static final List<String> COLUMNS = List.of(HEADER.split(",", -1));
    private static final String ROOT_NAME = "<root_account>";

    private final Map<String, Map<String, String>> reported;
    private @Nullable Instant generated;
    private @Nullable Made made;
    private int questions;
    private boolean underWay;

    /** @param reported what the report says of users instead of what the estate holds, by name and column */
    CredentialReport(@Nullable Instant generated, Map<String, Map<String, String>> reported) {
        this.generated = generated;
        this.reported = reported;
    }

    /** Starts a report, or says how far the one under way is; a good one is left as it is. */
    synchronized State generate(Estate estate) {
        Instant now = estate.now();
        if (isGood(now)) {
            return State.COMPLETE;
        }
        if (!underWay) {
            underWay = true;
            questions = 0;
            return State.STARTED;
        }
        if (++questions < QUESTIONS_UNTIL_DONE) {
            return State.INPROGRESS;
        }
        underWay = false;
        generated = now;
        made = new Made(csv(estate), now);
        return State.COMPLETE;
    }

    /** The report, as it was when it was made. */
    synchronized Made made(Estate estate) {
        Instant when = generated;
        if (underWay) {
            throw new IamException(404, "ReportInProgress", "Credential report generation is in progress.");
        }
        if (when == null) {
            throw new IamException(
                    410, "ReportNotPresent", "No report present. Call GenerateCredentialReport to generate one.");
        }
        if (!isGood(estate.now())) {
            throw new IamException(410, "ReportExpired", "The credential report has expired.");
        }
        Made report = made;
        if (report == null) {
            report = new Made(csv(estate), when);
            made = report;
        }
        return report;
    }

    private boolean isGood(Instant now) {
        Instant when = generated;
        return when != null && Duration.between(when, now).compareTo(GOOD_FOR) < 0;
    }

    private String csv(Estate estate) {
        var lines = new ArrayList<String>();
        lines.add(HEADER);
        lines.add(reported(ROOT_NAME, root(estate)));
        estate.allUsers().forEach(user -> lines.add(reported(user.name(), user(estate, user))));
        return String.join("\n", lines);
    }

    /** The line with what the estate wants reported in its place. */
    private String reported(String user, String line) {
        Map<String, String> wanted = reported.getOrDefault(user, Map.of());
        String[] fields = line.split(",", -1);
        wanted.forEach((column, value) -> fields[COLUMNS.indexOf(column)] = value);
        return String.join(",", fields);
    }

    static void requireColumn(String column) {
        if (!COLUMNS.contains(column)) {
            throw new IllegalArgumentException("a credential report has no column " + column);
        }
    }

    private static String root(Estate estate) {
        RootUser root = estate.root();
        return String.join(
                ",",
                ROOT_NAME,
                "arn:aws:iam::" + estate.accountId() + ":root",
                time(ROOT_CREATED),
                "not_supported",
                root.lastUsed() == null ? "no_information" : time(root.lastUsed()),
                "not_supported",
                "not_supported",
                String.valueOf(root.mfaEnabled()),
                root.hasAccessKeys() ? "true," + time(ROOT_CREATED) + ",N/A,N/A,N/A" : "false,N/A,N/A,N/A,N/A",
                "false,N/A,N/A,N/A,N/A",
                "false,N/A,false,N/A");
    }

    private static String user(Estate estate, IamUser user) {
        LoginProfile profile = user.loginProfile();
        String password = profile == null
                ? "false,N/A,N/A,N/A"
                : "true," + (profile.lastUsed() == null ? "no_information" : time(profile.lastUsed())) + ","
                        + time(profile.created()) + "," + rotation(estate, profile);
        return String.join(
                ",",
                user.name(),
                user.arn(estate.accountId()),
                time(user.created()),
                password,
                String.valueOf(!user.mfaDevices().isEmpty()),
                key(user.keys(), 0),
                key(user.keys(), 1),
                "false,N/A,false,N/A");
    }

    private static String rotation(Estate estate, LoginProfile profile) {
        PasswordPolicy policy = estate.held().passwordPolicy;
        return policy == null || policy.maxAgeDays() == null
                ? "N/A"
                : time(profile.created().plus(Duration.ofDays(policy.maxAgeDays())));
    }

    private static String key(List<AccessKey> keys, int slot) {
        if (slot >= keys.size()) {
            return "false,N/A,N/A,N/A,N/A";
        }
        AccessKey key = keys.get(slot);
        KeyUse use = key.lastUse();
        return key.active() + "," + time(key.created()) + ","
                + (use == null ? "N/A,N/A,N/A" : time(use.date()) + "," + use.region() + "," + use.service());
    }

    private static String time(Instant time) {
        return TIME.format(time.atOffset(ZoneOffset.UTC));
    }

    /** How far a report is, in the service's words. */
    enum State {
        STARTED,
        INPROGRESS,
        COMPLETE
    }

    /** A report that is there. */
    record Made(String csv, Instant generated) {}
}
