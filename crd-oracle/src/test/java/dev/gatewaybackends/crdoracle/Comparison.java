// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.crdoracle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes documents of one kind, and compares what the library and the CRD say of each. */
final class Comparison {
    private final CrdVersion crd;
    private final ApiServer apiServer;
    private final OurValidation ours;
    private final Set<String> ruleMessages;
    private final Texts texts = new Texts();
    private int accepted;
    private int rejected;

    Comparison(CrdVersion crd, OurValidation ours) {
        this.crd = crd;
        this.apiServer = new ApiServer(crd);
        this.ours = ours;
        this.ruleMessages = CelRules.messages(crd.schema());
    }

    int accepted() {
        return accepted;
    }

    int rejected() {
        return rejected;
    }

    /** Compares the document of this seed; returns how the two differ. */
    Optional<String> disagreement(long seed) {
        ObjectNode document = document(seed);
        ApiServer.Verdict theirs = apiServer.judge(document);
        OurValidation.Verdict our = ours.judge(document);
        if (theirs.isAccepted()) {
            accepted++;
        } else {
            rejected++;
        }
        return difference(theirs, our)
                .map(difference -> "%s%n%s, seed %d:%n%s%nwe: %s%nthe CRD: %s"
                        .formatted(difference, crd, seed, document, our, theirs));
    }

    private ObjectNode document(long seed) {
        Choices choices = new Choices(seed);
        ObjectNode document = new DocumentGenerator(crd, choices, texts, true).document();
        Mutator mutator = new Mutator(crd, choices, texts);
        int mutations = choices.one(List.of(0, 1, 1, 1, 2, 2, 3));
        for (int i = 0; i < mutations; i++) {
            mutator.mutate(document);
        }
        return document;
    }

    private Optional<String> difference(ApiServer.Verdict theirs, OurValidation.Verdict our) {
        if (theirs.isAccepted() != our.isAccepted()) {
            return Optional.of(our.isAccepted() ? "we accept what the CRD rejects" : "we reject what the CRD accepts");
        }
        if (theirs.isAccepted() && !sorted(theirs.unknownFields()).equals(sorted(our.unknownFields()))) {
            return Optional.of("we know other fields than the CRD");
        }
        if (theirs.checksRules() != our.checksRules()) {
            return Optional.of("only one of us checks the rules");
        }
        // In our records numbers that are too large are all the same, so that rules which compare two of them go wrong.
        if (theirs.faults().stream()
                        .filter(fault -> fault.text().endsWith(SchemaRules.INT32))
                        .count()
                > 1) {
            return Optional.empty();
        }
        for (String message : ruleMessages) {
            boolean said = our.errors().stream().anyMatch(error -> error.endsWith(": " + message));
            if (said != theirs.messages().contains(message)) {
                return Optional.of((said ? "only we say: " : "we do not say: ") + message);
            }
        }
        return Optional.empty();
    }

    private static List<String> sorted(List<String> texts) {
        return texts.stream().sorted().toList();
    }
}
