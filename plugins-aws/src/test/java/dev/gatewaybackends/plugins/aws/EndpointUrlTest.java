// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointUrlTest {
    @ParameterizedTest
    @CsvSource({
        "https://h:443, true, h, 443, ''",
        "http://h:80, false, h, 80, ''",
        "https://h, true, h, '', ''",
        "https://h:, true, h, '', ''",
        "https://h/, true, h, '', ''",
        "https://H.example:1, true, H.example, 1, ''",
        "https://:443, true, '', 443, ''",
        "https://, true, '', '', ''",
        "https://?, true, '', '', query",
        "http://a@b@h:80, false, h, 80, user",
        "http://@h:80, false, h, 80, user",
        "http://u:p@h:80/x/y?z#f, false, h, 80, 'user, path, query, fragment'",
        "http://h:80?x=@y, false, h, 80, query",
        "http://h:80#/x?y, false, h, 80, fragment",
        "http://h:80/%41%2f, false, h, 80, path",
        "http://h%25:80, false, h%, 80, ''",
        "http://%C3%A9.example:80, false, \u00e9.example, 80, ''",
        "http://h:4294967296, false, h, 4294967296, ''",
        "http://[2001:db8::1]:8080, false, 2001:db8::1, 8080, ''",
        "http://[2001:db8::1], false, 2001:db8::1, '', ''"
    })
    void parse_url_hasTheseParts(String url, boolean tls, String host, String port, String ignored)
            throws EndpointUrl.MalformedException {
        assertThat(EndpointUrl.parse(url)).isEqualTo(new EndpointUrl(tls, host, port, ignored));
    }

    @ParameterizedTest
    @CsvSource({
        "http://h:-1, invalid port \":-1\" after host",
        "http://h:+80, invalid port \":+80\" after host",
        "http://h:a, invalid port \":a\" after host",
        "http://h:80:80, invalid port \":80:80\" after host",
        "http://2001:db8::1, invalid port \":db8::1\" after host",
        "http://[::1, missing ']' in host",
        "http://[::1]x:80, invalid port \"x:80\" after host",
        "http://%41bc.example:80, invalid URL escape \"%41\"",
        "http://h%:80, invalid URL escape \"%:8\"",
        "http://h%4, invalid URL escape \"%4\"",
        "http://h:80/%zz, invalid URL escape \"%zz\"",
        "http://h:80/%, invalid URL escape \"%\"",
        "h:80, missing protocol scheme"
    })
    void parse_malformed_quotesUrlAndProblem(String url, String problem) {
        assertThatThrownBy(() -> EndpointUrl.parse(url))
                .isInstanceOfSatisfying(
                        EndpointUrl.MalformedException.class,
                        e -> assertThat(e.problem()).isEqualTo(problem))
                .hasMessage("parse \"" + url + "\": " + problem);
    }

    @Test
    void parse_malformedWithUserInformation_quotesTheUrlWithoutIt() {
        assertThatThrownBy(() -> EndpointUrl.parse("https://someone:not-a-password@h:x"))
                .hasMessage("parse \"https://...@h:x\": invalid port \":x\" after host");
        assertThatThrownBy(() -> EndpointUrl.parse("https://someone:%zz@h:1"))
                .hasMessage("parse \"https://...@h:1\": invalid URL escape \"%zz\"");
    }

    @Test
    void parse_badFragment_quotesTheWholeUrl() {
        assertThatThrownBy(() -> EndpointUrl.parse("http://h:80/#%4"))
                .hasMessage("parse \"http://h:80/#%4\": invalid URL escape \"%4\"");
    }
}
