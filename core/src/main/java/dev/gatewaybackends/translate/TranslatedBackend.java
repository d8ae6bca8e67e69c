// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.translate;

import dev.gatewaybackends.backend.BackendStatus;
import dev.gatewaybackends.spi.BackendTranslation;

/**
 * One Backend after its translation.
 *
 * @param type the member of {@code spec} that it has; empty if it has none or several
 */
record TranslatedBackend(String type, BackendTranslation translation, BackendStatus status) {}
