// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.authority;

/// Shows that somebody holds an authority's key.
///
/// @param certificate as PEM, signed by the authority, with the verification code as its subject's only common name
public record AuthorityProof(String certificate) {}
