<?php

namespace Infusionsoft\Laravel;

use Illuminate\Validation\ValidationException;
use Infusionsoft\ApiException;
use Infusionsoft\RateLimitException;
use Throwable;

/** What a failed call means to a job and to a form. */
final class Failure
{
    /** These can pass, or a person can mend them: a grant, a conflict, a limit, an outage at Keap. */
    private const PASSING = [401, 408, 409, 425, 429];

    /** The short form of a field => Keap's name. */
    private const LONG = ['email' => 'email_addresses.email', 'phone' => 'phone_numbers.number'];

    private const FIELD = '/^(?:contact\.)?([a-z_]+(?:\[\d+\])?(?:\.[a-z_0-9]+)*)(?:: *| +|$)(.*)/s';

    /** Whether the same call would be refused again: a wrong argument, or a 4xx that does not pass. */
    public static function isFinal(Throwable $e): bool
    {
        if ($e instanceof \ValueError || $e instanceof \TypeError) {
            return str_starts_with($e->getTrace()[0]['function'] ?? '', 'infusionsoft_');
        }

        return $e instanceof ApiException && ! $e instanceof RateLimitException
            && $e->status >= 400 && $e->status < 500 && ! in_array($e->status, self::PASSING, true);
    }

    /**
     * The errors at the fields of a form; null when the failure concerns no field.
     *
     *     throw Failure::validation($e, ['phone_numbers.number' => 'mobile']) ?? $e;
     *
     * @param array<string, string> $names Keap's name without indexes => the form's name. Without an entry: email,
     *                                     phone, or the last part of Keap's name.
     */
    public static function validation(Throwable $e, array $names = []): ?ValidationException
    {
        $errors = [];

        foreach (self::fields($e) as [$field, $text]) {
            $path = preg_replace('/\[\d+\]/', '', $field);
            $last = substr((string) strrchr(".$path", '.'), 1);
            // The field may have been given in the short form, and be named in the long one.
            $name = $names[$path] ?? $names[self::LONG[$path] ?? ''] ?? (array_search($path, self::LONG, true) ?: $last);
            $errors[$name][] = $text === '' ? 'This was not accepted. Please check it.' : 'The '.str_replace('_', ' ', $name).' '.rtrim($text, '.').'.';
        }

        return $errors === [] ? null : ValidationException::withMessages($errors);
    }

    /** @return list<array{string, string}> Keap's name of a field, and what is wrong with it */
    private static function fields(Throwable $e): array
    {
        if ($e instanceof \ValueError && preg_match('/\(\$(?:contact|fields)\) contact\.([\w.\[\]]+) (.+)/s', $e->getMessage(), $found) === 1) {
            return [[$found[1], $found[2]]];
        }

        return $e instanceof ApiException && in_array($e->status, [400, 422], true) ? self::inDetails($e->details) : [];
    }

    /**
     * Keap's details have no one form: {field, description}, {path, message}, nested lists, texts, {field: text}.
     *
     * @param array<mixed> $details
     * @return list<array{string, string}>
     */
    private static function inDetails(array $details): array
    {
        foreach (['field', 'path', 'resource'] as $key) {
            if (is_string($details[$key] ?? null) && $details[$key] !== 'contact' && preg_match(self::FIELD, $details[$key], $found) === 1) {
                $text = $details['description'] ?? $details['message'] ?? '';

                return [[$found[1], is_string($text) ? $text : '']];
            }
        }

        $found = [];

        foreach ($details as $key => $value) {
            // In {field: text}, and in a text of the form "field: what is wrong".
            $text = is_string($key) ? "$key: ".(is_string($value) ? $value : '') : $value;

            if (is_array($value)) {
                $found = [...$found, ...self::inDetails(is_string($key) && array_is_list($value) && is_string($value[0] ?? null) ? [$key => $value[0]] : $value)];
            } elseif (is_string($text) && ! in_array($key, ['domain', 'resource', 'message', 'description', '@type'], true) && preg_match('/^[a-z_.\[\]\d]+:/', $text) === 1 && preg_match(self::FIELD, $text, $part) === 1) {
                $found[] = [$part[1], $part[2]];
            }
        }

        return $found;
    }
}
