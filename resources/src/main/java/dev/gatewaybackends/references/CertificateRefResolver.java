// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.references;

import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.diagnostics.Diagnostics;
import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.diagnostics.Reason;
import dev.gatewaybackends.diagnostics.Reporter;
import dev.gatewaybackends.diagnostics.ResourceKey;
import dev.gatewaybackends.diagnostics.Severity;
import dev.gatewaybackends.gatewayapi.v1.BackendTlsPolicy;
import dev.gatewaybackends.gatewayapi.v1.BackendTlsPolicyValidation;
import dev.gatewaybackends.gatewayapi.v1.FrontendTlsConfig;
import dev.gatewaybackends.gatewayapi.v1.Gateway;
import dev.gatewaybackends.gatewayapi.v1.GatewayTlsConfig;
import dev.gatewaybackends.gatewayapi.v1.Listener;
import dev.gatewaybackends.gatewayapi.v1.ListenerSet;
import dev.gatewaybackends.gatewayapi.v1.LocalObjectReference;
import dev.gatewaybackends.gatewayapi.v1.ObjectReference;
import dev.gatewaybackends.gatewayapi.v1.SecretObjectReference;
import dev.gatewaybackends.gatewayapi.v1.TlsConfig;
import dev.gatewaybackends.gatewayapi.v1.TlsModeType;
import dev.gatewaybackends.gatewayapi.x.v1alpha1.XBackend;
import dev.gatewaybackends.gatewayapi.x.v1alpha1.XBackendTls;
import dev.gatewaybackends.kubernetes.meta.v1.KubernetesResource;
import dev.gatewaybackends.kubernetes.v1.ConfigMap;
import dev.gatewaybackends.kubernetes.v1.Secret;
import dev.gatewaybackends.validate.ValidResource;
import dev.gatewaybackends.validate.ValidResources;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Resolves the references of Gateways, ListenerSets, BackendTLSPolicies and XBackends to certificates. Immutable and
 * thread-safe.
 *
 * <p>The checks of a reference are made in this order and end with the first that fails: the kind, the ReferenceGrant, the
 * target, its content. Certificates are often kept apart from other resources: where nothing of the target's kind and
 * namespace is among the resources, the target is taken to exist, and an INFO says that nobody checked.
 */
final class CertificateRefResolver {
    private final ValidResources resources;
    private final ReferenceGrants grants;

    private CertificateRefResolver(ValidResources resources, ReferenceGrants grants) {
        this.resources = resources;
        this.grants = grants;
    }

    /** Returns a resolver. */
    static CertificateRefResolver of(ValidResources resources, ReferenceGrants grants) {
        return new CertificateRefResolver(resources, grants);
    }

    /** Returns whether a resource is of a kind that refers to certificates. */
    static boolean canRefer(KubernetesResource resource) {
        return resource instanceof Gateway
                || resource instanceof ListenerSet
                || resource instanceof BackendTlsPolicy
                || resource instanceof XBackend;
    }

    /** Resolves every reference of a valid resource; none for kinds that do not refer to certificates. */
    ResolvedReferences resolve(ValidResource<KubernetesResource> valid) {
        KubernetesResource resource = valid.resource();
        ResourceKey key = valid.key();
        List<Diagnostic> diagnostics = new ArrayList<>(0);
        Resolution resolution = new Resolution(key, diagnostics);
        FieldPath spec = FieldPath.of("spec");
        if (resource instanceof Gateway gateway) {
            resolution.listeners(gateway.spec().listeners(), spec);
            resolution.tls(gateway.spec().tls(), spec.field("tls"));
        } else if (resource instanceof ListenerSet set) {
            resolution.listeners(set.spec().listeners(), spec);
        } else if (resource instanceof BackendTlsPolicy policy) {
            resolution.validation(policy.spec().validation(), spec.field("validation"));
        } else if (resource instanceof XBackend backend) {
            XBackendTls tls = backend.spec().tls();
            if (tls != null) {
                resolution.clientCertificate(tls.clientCertificateRef(), spec.field("tls"));
                resolution.validation(tls.validation(), spec.field("tls").field("validation"));
            }
        }
        return new ResolvedReferences(key, resolution.references, Diagnostics.of(valid.located(diagnostics)));
    }

    /** What is expected at a reference, and the outcomes where it is not there. */
    private enum Expected {
        PAIR(ReferenceOutcome.INVALID_CERTIFICATE_REF, ReferenceOutcome.INVALID_CERTIFICATE_REF, "a certificate"),
        CLIENT_PAIR(
                ReferenceOutcome.INVALID_CLIENT_CERTIFICATE_REF,
                ReferenceOutcome.INVALID_CLIENT_CERTIFICATE_REF,
                "a certificate"),
        CLIENT_AUTHORITY(
                ReferenceOutcome.INVALID_CA_CERTIFICATE_KIND,
                ReferenceOutcome.INVALID_CA_CERTIFICATE_REF,
                "certificates of authorities"),
        AUTHORITY(
                ReferenceOutcome.INVALID_KIND,
                ReferenceOutcome.INVALID_CA_CERTIFICATE_REF,
                "certificates of authorities");

        private final ReferenceOutcome wrongKind;
        private final ReferenceOutcome wrongTarget;
        private final String what;

        Expected(ReferenceOutcome wrongKind, ReferenceOutcome wrongTarget, String what) {
            this.wrongKind = wrongKind;
            this.wrongTarget = wrongTarget;
            this.what = what;
        }

        boolean isPair() {
            return this == PAIR || this == CLIENT_PAIR;
        }
    }

    /** The resolution of the references of one resource. */
    private final class Resolution {
        private final ResourceKey referrer;
        private final List<Diagnostic> diagnostics;
        private final Reporter reporter;
        private final List<ResolvedReference> references = new ArrayList<>(0);

        Resolution(ResourceKey referrer, List<Diagnostic> diagnostics) {
            this.referrer = referrer;
            this.diagnostics = diagnostics;
            this.reporter = new Reporter(referrer, FieldPath.root(), diagnostics::add);
        }

        void listeners(List<Listener> listeners, FieldPath spec) {
            for (int i = 0; i < listeners.size(); i++) {
                Listener listener = listeners.get(i);
                // Who passes TLS through shows no certificate: the references are ignored, says the Gateway API.
                if (listener.tls() == null || listener.tls().mode() == TlsModeType.PASSTHROUGH) {
                    continue;
                }
                FieldPath path = spec.field("listeners").item(i).field("tls").field("certificateRefs");
                List<SecretObjectReference> refs = listener.tls().certificateRefs();
                for (int j = 0; j < refs.size(); j++) {
                    SecretObjectReference ref = refs.get(j);
                    add(path.item(j), target(ref.group(), ref.kind(), ref.namespace(), ref.name()), Expected.PAIR);
                }
            }
        }

        void tls(@Nullable GatewayTlsConfig tls, FieldPath path) {
            if (tls == null) {
                return;
            }
            if (tls.backend() != null) {
                clientCertificate(tls.backend().clientCertificateRef(), path.field("backend"));
            }
            FrontendTlsConfig frontend = tls.frontend();
            if (frontend != null) {
                clientAuthorities(
                        frontend.defaultConfig(), path.field("frontend").field("default"));
                for (int i = 0; i < frontend.perPort().size(); i++) {
                    clientAuthorities(
                            frontend.perPort().get(i).tls(),
                            path.field("frontend").field("perPort").item(i).field("tls"));
                }
            }
        }

        void clientCertificate(@Nullable SecretObjectReference ref, FieldPath path) {
            if (ref != null) {
                add(
                        path.field("clientCertificateRef"),
                        target(ref.group(), ref.kind(), ref.namespace(), ref.name()),
                        Expected.CLIENT_PAIR);
            }
        }

        private void clientAuthorities(TlsConfig config, FieldPath path) {
            if (config.validation() != null) {
                List<ObjectReference> refs = config.validation().caCertificateRefs();
                for (int i = 0; i < refs.size(); i++) {
                    ObjectReference ref = refs.get(i);
                    add(
                            path.field("validation").field("caCertificateRefs").item(i),
                            target(ref.group(), ref.kind(), ref.namespace(), ref.name()),
                            Expected.CLIENT_AUTHORITY);
                }
            }
        }

        void validation(@Nullable BackendTlsPolicyValidation validation, FieldPath path) {
            if (validation != null) {
                List<LocalObjectReference> refs = validation.caCertificateRefs();
                for (int i = 0; i < refs.size(); i++) {
                    LocalObjectReference ref = refs.get(i);
                    add(
                            path.field("caCertificateRefs").item(i),
                            target(ref.group(), ref.kind(), null, ref.name()),
                            Expected.AUTHORITY);
                }
            }
        }

        private ResourceKey target(String group, String kind, @Nullable String namespace, String name) {
            return new ResourceKey(group, kind, namespace == null ? referrer.namespace() : namespace, name);
        }

        private void add(FieldPath path, ResourceKey target, Expected expected) {
            boolean secret = target.group().isEmpty() && target.kind().equals(Secret.KIND);
            boolean map = target.group().isEmpty() && target.kind().equals(ConfigMap.KIND) && !expected.isPair();
            if (!secret && !map) {
                fail(
                        path,
                        target,
                        expected.wrongKind,
                        "the kind " + target.kind() + " of the group \"" + target.group() + "\" cannot hold "
                                + expected.what + " (expected: "
                                + (expected.isPair() ? "Secret" : "ConfigMap or Secret") + " of the group \"\")");
                return;
            }
            if (!grants.permits(referrer, target)) {
                fail(
                        path,
                        target,
                        ReferenceOutcome.REF_NOT_PERMITTED,
                        "no ReferenceGrant in the namespace " + target.namespace() + " permits the reference to "
                                + target);
                return;
            }
            String problem = secret ? secretProblem(target, expected) : mapProblem(target);
            if (problem != null) {
                fail(path, target, expected.wrongTarget, problem);
                return;
            }
            if (!resources.hasKindOf(target)) {
                diagnostics.add(new Diagnostic(
                        Severity.INFO,
                        referrer,
                        path,
                        Reason.UNCHECKED_REFERENCE,
                        target + " is taken to exist: no " + target.kind() + " of its namespace is among the resources",
                        null));
            }
            references.add(new ResolvedReference(path, target, ReferenceOutcome.RESOLVED, null));
        }

        private @Nullable String secretProblem(ResourceKey target, Expected expected) {
            Secret secret = resources.find(target, Secret.class);
            if (secret == null) {
                return absent(target);
            }
            String problem =
                    expected.isPair() ? Certificates.pairProblem(secret) : Certificates.authorityProblem(secret);
            return problem == null ? null : target + " has " + problem;
        }

        private @Nullable String mapProblem(ResourceKey target) {
            ConfigMap map = resources.find(target, ConfigMap.class);
            if (map == null) {
                return absent(target);
            }
            String problem = Certificates.authorityProblem(map);
            return problem == null ? null : target + " has " + problem;
        }

        private @Nullable String absent(ResourceKey target) {
            if (resources.refused(target) != null) {
                return target + " has errors";
            }
            return resources.hasKindOf(target) ? target + " not found" : null;
        }

        private void fail(FieldPath path, ResourceKey target, ReferenceOutcome outcome, String failure) {
            references.add(new ResolvedReference(path, target, outcome, failure));
            reporter.error(path, outcome.reason(), failure);
        }
    }
}
