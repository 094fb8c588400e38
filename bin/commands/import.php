<?php

/** Keap's token reply, or a key, as it comes from a file or the clipboard. */
function token_of(#[\SensitiveParameter] string $text): array
{
    $token = json_decode($text, true);
    if (is_array($token)) {
        return $token;
    }
    return preg_match('/^[\x21-\x7e]+$/', $text) && !str_starts_with($text, '{')
        ? ['api_key' => $text]
        : throw new UsageError('Standard input has neither the JSON of a token reply nor an API key');
}

return new Command('[--account=NAME] <FILE', 'stores a token pair or an API key that it reads from standard input',
    "Keap's token reply as JSON ({\"access_token\": …, \"refresh_token\": …, \"expires_in\": …}), or an API key alone. Nothing
secret is given as an argument: a shell keeps its history.

    sudo -u www-data infusionsoft import <token.json

Give no other client the same pair: each refresh token works once.",
    [], 0, 0,
    static function (Arguments $arguments, Terminal $terminal): int {
        $status = infusionsoft_token_import(token_of(standard_input($terminal, 'Paste the token reply or the API key')), $arguments->account());
        $terminal->line("$status[account]: " . state_text($status) . '.');
        return $status['needs_attention'] ? 1 : 0;
    });
