package dev.penstock.controls.model;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A check that a query carries out.
 *
 * @param severity {@code none}, {@code low}, {@code medium}, {@code high}, {@code critical}; empty if unset
 * @param query what it runs
 * @param arguments values that it sets for the parameters of its query
 * @param fault why it can't run, if something in the mod is broken: it is then an error in every run, never left out
 */
public record Control(
        String mod,
        String name,
        String title,
        String description,
        String documentation,
        Map<String, String> tags,
        String severity,
        Query query,
        Arguments arguments,
        Optional<String> fault)
        implements CheckNode {

    /** Sorts and copies the tags. */
    public Control {
        tags = Collections.unmodifiableMap(new TreeMap<>(tags));
    }

    /** A sound control without arguments of its own. */
    public Control(
            String mod,
            String name,
            String title,
            String description,
            String documentation,
            Map<String, String> tags,
            String severity,
            Query query) {
        this(mod, name, title, description, documentation, tags, severity, query, Arguments.NONE, Optional.empty());
    }

    @Override
    public String fullName() {
        return mod + ".control." + name;
    }

    /**
     * What a run of it asks.
     *
     * @param atRunTime arguments of the command line; they win over those of the mod
     * @throws EngineException with code INVALID_MOD if it is broken, with INVALID_PARAMETER if arguments and parameters
     *     don't fit
     */
    public BoundQuery bind(Arguments atRunTime) {
        fault.ifPresent(why -> {
            throw new EngineException(ErrorCode.INVALID_MOD, why);
        });
        return query.bind(atRunTime, arguments);
    }
}
