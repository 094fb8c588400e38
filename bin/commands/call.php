<?php

/** The value of a parameter: JSON where it is JSON, else the text. */
function parameter_value(string $text): mixed
{
    $value = json_decode($text, true, flags: JSON_BIGINT_AS_STRING);
    return json_last_error() === JSON_ERROR_NONE ? $value : $text;
}

return new Command('OPERATION [NAME=VALUE]… [--account=NAME]', 'calls any operation of Keap and prints its reply as JSON',
    "A value is JSON where it is JSON, else a text. The body of the request is a parameter like the others, or the JSON on
standard input with body=-.

    infusionsoft call listTags page_size=5
    infusionsoft call createContact 'body={\"given_name\": \"Mary\", \"email_addresses\": [{\"email\": \"mary@example.com\", \"field\": \"EMAIL1\"}]}'

docs/operations.md lists the operations. They change what is in Keap as your application's calls do.",
    [], 1, 200,
    static function (Arguments $arguments, Terminal $terminal): int {
        $parameters = [];
        foreach (array_slice($arguments->words, 1) as $word) {
            [$name, $value] = explode('=', $word, 2) + [1 => null];
            $value !== null ?: throw new UsageError("\"$word\" is not NAME=VALUE");
            $parameters[$name] = parameter_value($value === '-' ? standard_input($terminal, "The JSON of $name") : $value);
        }
        $terminal->json(infusionsoft_call($arguments->words[0], $parameters, $arguments->account()));
        return 0;
    });
