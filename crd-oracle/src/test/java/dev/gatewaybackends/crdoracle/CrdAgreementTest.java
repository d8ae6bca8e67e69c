// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.crdoracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.TestAbortedException;

/**
 * Whatever the document, our validation says what its CRD says.
 *
 * <p>{@code -Doracle.documents=10000} makes it look longer, {@code -Doracle.seed=7} elsewhere.
 */
class CrdAgreementTest {
    private static final int DOCUMENTS = Integer.getInteger("oracle.documents", 1000);
    private static final long SEED = Long.getLong("oracle.seed", 20_261_124);
    private static final Map<Release, OurValidation> OURS = new EnumMap<>(Release.class);

    private static List<CrdVersion> crds;

    @BeforeAll
    static void readCrds() {
        Optional<Path> directory = CrdDirectory.named();
        if (directory.isEmpty()) {
            // Maven's console tells how many tests were skipped, not why.
            System.err.println(CrdDirectory.ABSENCE);
            throw new TestAbortedException(CrdDirectory.ABSENCE);
        }
        crds = CrdDirectory.read(directory.get());
    }

    static List<CrdVersion> crds() {
        return crds;
    }

    @ParameterizedTest
    @MethodSource("crds")
    void documents_atRandom_areJudgedAsTheirCrdJudgesThem(CrdVersion crd) {
        Comparison comparison =
                new Comparison(crd, OURS.computeIfAbsent(crd.release(), key -> new OurValidation(key.profile())));
        long first = SEED + crd.toString().hashCode() * 1_000_003L;
        for (int i = 0; i < DOCUMENTS; i++) {
            assertThat(comparison.disagreement(first + i)).isEmpty();
        }

        assertThat(comparison.accepted()).isGreaterThanOrEqualTo(DOCUMENTS / 10);
        assertThat(comparison.rejected()).isGreaterThanOrEqualTo(DOCUMENTS / 10);
    }
}
