<?php

namespace App\Keap;

use Illuminate\Support\Facades\Validator;
use Illuminate\Support\Str;
use ValueError;

/** What the columns of a CSV file mean, and how a row becomes a contact. */
final class Columns
{
    /** Names in Keap, and what a person calls them. Others of infusionsoft_contact_create() can be added. */
    public const FIELDS = [
        'email' => 'E-mail address',
        'given_name' => 'First name',
        'family_name' => 'Last name',
        'phone' => 'Phone number',
        'job_title' => 'Job title',
        'opt_in_reason' => 'Consent: why e-mail may be sent',
        'tags' => 'Tags, separated by semicolons',
    ];

    /** Names of columns that mean a field, besides those above; small letters only. */
    private const WORDS = [
        'email' => ['mail', 'emailaddress', 'primaryemail'],
        'given_name' => ['firstname', 'forename', 'givenname', 'vorname'],
        'family_name' => ['lastname', 'surname', 'familyname', 'nachname'],
        'phone' => ['phonenumber', 'telephone', 'mobile', 'telefon'],
        'job_title' => ['jobtitle', 'position'],
        'opt_in_reason' => ['consent', 'optinreason'],
        'tags' => ['tag'],
    ];

    private const RULES = [
        'email' => ['required', 'email', 'max:254'],
        'given_name' => ['max:40'],
        'family_name' => ['max:40'],
    ];

    /** @param array<int, string> $fields the field of each column, by the column's place; '' where a column is left out */
    public function __construct(private readonly array $fields) {}

    /**
     * @param list<string> $names of the columns
     * @return list<string> the field that each probably holds; '' where that is not known
     */
    public static function guess(array $names): array
    {
        $fields = [];

        foreach ($names as $name) {
            $word = (string) preg_replace('/[^a-z]/', '', strtolower($name));
            $found = array_filter(array_keys(self::FIELDS), fn (string $field): bool => $word === $field || in_array($word, self::WORDS[$field], true));
            $fields[] = current(array_diff($found, $fields)) ?: '';
        }

        return $fields;
    }

    /**
     * The address of a row, by which two rows are the same contact.
     *
     * @param list<string> $row
     */
    public function address(array $row): string
    {
        return mb_strtolower(trim($row[array_search('email', $this->fields, true)] ?? ''));
    }

    /**
     * The contact, without empty cells: they empty nothing in Keap.
     *
     * @param list<string> $row
     * @return array{email?: string, given_name?: string, family_name?: string, phone?: string, job_title?: string, opt_in_reason?: string, tags?: string}
     * @throws ValueError when the row cannot be sent; the message is for a person
     */
    public function contact(array $row): array
    {
        if (count($row) !== count($this->fields)) {
            throw new ValueError('The row has '.count($row).' cells, and the first line has '.count($this->fields).'. A separator or a quotation mark is missing, or is too much.');
        }

        /** @var array{email?: string, given_name?: string, family_name?: string, phone?: string, job_title?: string, opt_in_reason?: string, tags?: string} $contact */
        $contact = [];

        foreach ($this->fields as $column => $field) {
            $text = Str::squish($row[$column]); // Keap's fields are single lines

            if ($field !== '' && $text !== '') {
                $contact[$field] = $text;
            }
        }

        $problems = Validator::make($contact, self::RULES, [], array_map(strtolower(...), self::FIELDS))->errors();

        return $problems->isEmpty() ? $contact : throw new ValueError(implode(' ', $problems->all()));
    }
}
