// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.validate;

import dev.gatewaybackends.backend.PluginRegistry;
import dev.gatewaybackends.constraints.UniqueBy;
import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.diagnostics.Reason;
import dev.gatewaybackends.diagnostics.SourceLocation;
import dev.gatewaybackends.gatewayapi.v1.ReferenceGrant;
import dev.gatewaybackends.kubernetes.meta.v1.KubernetesResource;
import dev.gatewaybackends.read.ResourceEntry;
import dev.gatewaybackends.read.ResourceSet;
import dev.gatewaybackends.read.UnrecognizedResource;
import dev.gatewaybackends.read.WrittenNumber;
import dev.gatewaybackends.schema.ValidationProfile;
import dev.gatewaybackends.settings.TranslationSettings;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.validator.HibernateValidator;
import org.jspecify.annotations.Nullable;

/**
 * Says of each resource what the Kubernetes API server would say, and what no proxy could use although it is accepted.
 * Thread-safe.
 *
 * <p>The verdict is the one on creating the resource: its status is left out, and so are rules that compare it with what was
 * there before.
 *
 * <p>The validation provider starts with the first resource, which takes some 100 ms.
 */
public final class ResourceValidator {
    private static final FieldPath STATUS = FieldPath.of("status");
    private static final Set<Reason> BLOCKING =
            Set.of(Reason.TYPE_INVALID, Reason.REQUIRED, Reason.NOT_SUPPORTED, Reason.TOO_LONG, Reason.TOO_MANY);
    private static final String NOT_CHECKED = "Invalid value: null: some validation rules were not checked because the "
            + "object was invalid; correct the existing errors to complete validation";
    private static final Comparator<Sortable> ORDER = Comparator.comparingInt(Sortable::line)
            .thenComparingInt(Sortable::column)
            .thenComparing(Sortable::path)
            .thenComparing(sortable -> sortable.found().message());

    private final ValidationProfile profile;
    private final JsonPaths paths;
    private final BackendValidator backends;
    private final Object start = new Object();
    private volatile @Nullable Validator constraints;

    private ResourceValidator(Builder builder, PluginRegistry plugins) {
        this.profile = builder.profile;
        this.paths = new JsonPaths(plugins);
        this.backends = new BackendValidator(profile, plugins, builder.settings);
        this.constraints = builder.constraints;
    }

    /** Returns a lenient validator with the plugins on the class path. */
    public static ResourceValidator create() {
        return builder().build();
    }

    /** Returns a builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the verdict on every resource of the set. */
    public ValidationResult validate(ResourceSet resources) {
        Objects.requireNonNull(resources, "resources");
        List<ResourceVerdict> verdicts = new ArrayList<>(resources.entries().size());
        for (ResourceEntry entry : resources.entries()) {
            verdicts.add(validate(entry));
        }
        return new ValidationResult(verdicts, backends::memberOf);
    }

    private ResourceVerdict validate(ResourceEntry entry) {
        List<Diagnostic> read = entry.problems().isEmpty()
                ? List.of()
                : entry.problems().stream().filter(Diagnostic::isError).toList();
        KubernetesResource resource = entry.resource();
        if (resource instanceof UnrecognizedResource) {
            return new ResourceVerdict(entry, read, List.of());
        }
        Map<FieldPath, WrittenNumber> written = entry.writtenNumbers();
        Set<FieldPath> unfit = read.stream()
                .map(Diagnostic::path)
                .filter(path -> !written.containsKey(path))
                .collect(Collectors.toSet());
        List<Diagnostic> errors = new ArrayList<>(0);
        List<Diagnostic> rules = new ArrayList<>(0);
        Class<?>[] groups = profile.groups(resource.apiVersion());
        for (ConstraintViolation<KubernetesResource> violation : constraints().validate(resource, groups)) {
            JsonPaths.Place place = paths.of(violation);
            FieldPath path = place.path();
            if (!path.startsWith(STATUS)
                    && !backends.leavesOut(resource, path)
                    && !isWithin(path, unfit)
                    && !differ(violation, path, written)) {
                (ConstraintMessages.isRule(violation) ? rules : errors)
                        .add(ConstraintMessages.diagnostic(entry.key(), place, violation, written.get(path)));
            }
        }
        BackendValidator.UnionVerdict union = backends.checkUnion(entry);
        errors.addAll(union.errors());
        rules.addAll(union.rules());
        if (!written.isEmpty() && !profile.equals(ValidationProfile.LENIENT)) {
            rules = new UnreadableIntegers(entry, paths, constraints(), groups).instead(rules);
        }
        boolean blocked = hasRules(entry) && blocks(read, errors) && !profile.equals(ValidationProfile.LENIENT);
        errors.addAll(MetadataRules.check(entry.key(), resource.metadata()));
        if (read.isEmpty() && errors.isEmpty() && rules.isEmpty()) {
            return new ResourceVerdict(entry, List.of(), entry.located(backends.findings(entry)));
        }
        return new ResourceVerdict(
                entry, apiErrors(entry, read, errors, blocked ? List.of() : rules, blocked), List.of());
    }

    /** What reading found comes first, then the rest in document order: the provider's own order is that of a hash table. */
    private List<Diagnostic> apiErrors(
            ResourceEntry entry,
            List<Diagnostic> read,
            List<Diagnostic> found,
            List<Diagnostic> rules,
            boolean blocked) {
        List<Diagnostic> errors = new ArrayList<>(found);
        errors.addAll(rules);
        List<Diagnostic> all = new ArrayList<>(read);
        entry.located(errors).stream()
                .map(Sortable::of)
                .sorted(ORDER)
                .map(Sortable::found)
                .forEach(all::add);
        if (blocked) {
            all.addAll(entry.located(
                    List.of(ConstraintMessages.error(entry.key(), FieldPath.root(), Reason.INVALID, NOT_CHECKED))));
        }
        return all;
    }

    /** Returns whether the schema has rules: the core kinds have no schema of this sort, and that of ReferenceGrant has none. */
    private static boolean hasRules(ResourceEntry entry) {
        return !entry.key().group().isEmpty() && !(entry.resource() instanceof ReferenceGrant);
    }

    /** Returns whether the items are no duplicates to the API server, but only in the resource: 500 and 500.0. */
    private static boolean differ(
            ConstraintViolation<?> violation, FieldPath path, Map<FieldPath, WrittenNumber> written) {
        FieldPath list = path.parent();
        if (written.isEmpty()
                || list == null
                || !(violation.getConstraintDescriptor().getAnnotation() instanceof UniqueBy)
                || !(violation.getInvalidValue() instanceof List<?> items)) {
            return false;
        }
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            WrittenNumber number = written.get(list.item(i));
            if (!(items.get(i) instanceof Number shown) || !seen.add(number == null ? shown : number)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWithin(FieldPath path, Set<FieldPath> others) {
        if (!others.isEmpty()) {
            for (FieldPath around = path; around != null; around = around.parent()) {
                if (others.contains(around)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A finding with what it is sorted by, so that a path is turned into text only once. */
    private record Sortable(Diagnostic found, int line, int column, String path) {
        static Sortable of(Diagnostic found) {
            SourceLocation location = found.location();
            return location == null
                    ? new Sortable(found, 0, 0, found.path().toString())
                    : new Sortable(
                            found,
                            location.line(),
                            location.column(),
                            found.path().toString());
        }
    }

    private static boolean blocks(List<Diagnostic> read, List<Diagnostic> found) {
        return read.stream().anyMatch(error -> BLOCKING.contains(error.reason()))
                || found.stream().anyMatch(error -> BLOCKING.contains(error.reason()));
    }

    private Validator constraints() {
        Validator known = constraints;
        if (known == null) {
            synchronized (start) {
                known = constraints;
                if (known == null) {
                    known = start();
                    constraints = known;
                }
            }
        }
        return known;
    }

    @SuppressWarnings("resource") // The factory holds nothing that would have to be closed.
    private static Validator start() {
        return Validation.byProvider(HibernateValidator.class)
                .configure()
                .ignoreXmlConfiguration()
                .defaultLocale(Locale.ENGLISH)
                .messageInterpolator(new NumberedMessages())
                .buildValidatorFactory()
                .getValidator();
    }

    /** Builds a {@link ResourceValidator}. Not thread-safe. */
    public static final class Builder {
        private ValidationProfile profile = ValidationProfile.LENIENT;
        private TranslationSettings settings = TranslationSettings.SECURE;
        private @Nullable PluginRegistry plugins;
        private @Nullable Validator constraints;

        private Builder() {}

        /** Sets whose verdict to give; the reader should have the same profile. By default {@code LENIENT}. */
        public Builder profile(ValidationProfile value) {
            profile = Objects.requireNonNull(value, "profile");
            return this;
        }

        /** Sets the settings of the translation that follows, which semantic rules may depend on. */
        public Builder settings(TranslationSettings value) {
            settings = Objects.requireNonNull(value, "settings");
            return this;
        }

        /** Sets the plugins, whose semantic rules are checked; by default those on the class path. */
        public Builder plugins(PluginRegistry value) {
            plugins = Objects.requireNonNull(value, "plugins");
            return this;
        }

        /** Sets the Jakarta validator that checks the constraints on the records; by default a Hibernate Validator. */
        public Builder constraints(Validator value) {
            constraints = Objects.requireNonNull(value, "constraints");
            return this;
        }

        /** Returns the validator. */
        public ResourceValidator build() {
            return new ResourceValidator(this, plugins == null ? PluginRegistry.discover() : plugins);
        }
    }
}
