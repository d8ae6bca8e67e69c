// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.envoyrules.pgv;

import com.google.protobuf.Descriptors.Descriptor;
import org.jspecify.annotations.Nullable;

/** Finds the descriptors of messages. Implementations are thread-safe. */
public interface MessageTypes {
    /** Returns the descriptor to read messages of a type with, fields that are newer than the jar included. */
    Descriptor overlay(Descriptor type);

    /** Returns the descriptor of a message by its full name, null when there is none. */
    @Nullable
    Descriptor find(String fullName);
}
