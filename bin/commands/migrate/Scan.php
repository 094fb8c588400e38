<?php

/** What a client calls a service of XML-RPC: infusionsoft/php-sdk by a method. */
const SERVICES = ['contacts' => 'ContactService', 'data' => 'DataService', 'emails' => 'APIEmailService', 'affiliates' => 'APIAffiliateService', 'affiliatePrograms' => 'AffiliateProgramService',
    'discounts' => 'DiscountService', 'creditcards' => 'CreditCardSubmissionService', 'files' => 'FileService', 'funnels' => 'FunnelService', 'invoices' => 'InvoiceService',
    'orders' => 'OrderService', 'products' => 'ProductService', 'search' => 'SearchService', 'shipping' => 'ShippingService', 'webForms' => 'WebFormService', 'webTracking' => 'WebTrackingService'];

/** Finds calls of other clients for Keap in the text of a PHP file. */
final class Scan
{
    private readonly array $xmlrpc;
    private readonly array $sdk;
    private readonly array $laravel;

    public function __construct()
    {
        [$this->xmlrpc, $this->sdk, $this->laravel] = [require __DIR__ . '/xmlrpc.php', require __DIR__ . '/php-sdk.php', require __DIR__ . '/laravel-keap.php'];
    }

    /** @return list<array{line: int, client: string, old: string, new: ?string, note: string}> by line; new '' is to be deleted, null is not in REST */
    public function text(string $text): array
    {
        $found = [...$this->sdkCalls($text), ...$this->laravelCalls($text), ...$this->novakCalls($text), ...$this->keapSdkCalls($text), ...$this->methodNames($text)];
        usort($found, static fn (array $a, array $b): int => [$a['line'], $a['old']] <=> [$b['line'], $b['old']]);
        return $found;
    }

    /** `$infusionsoft->contacts('xml')->addToGroup(` and `->getAuthorizationUrl(` */
    private function sdkCalls(string $text): array
    {
        $uses = preg_match('/\bInfusionsoft\\\\|\bInfusionsoft::|new \\\\?Infusionsoft\b/', $text) === 1;
        $found = [];
        foreach (self::matches('/->\s*(\w+)\(\s*([\'"]xml[\'"])?\s*\)\s*->\s*(\w+)\s*\(/', $text) as [$line, , $resource, $xml, $method]) {
            $service = SERVICES[$resource] ?? null;
            $rest = $this->sdk["$resource.$method"] ?? null;
            $old = "$service.$method";
            $is_xml = $service !== null && ($xml !== '' || $rest === null) && isset($this->xmlrpc[$old]);
            if ($is_xml || ($rest !== null && $uses)) {
                $found[] = self::entry($line, 'infusionsoft/php-sdk', "->$resource(" . ($xml === '' ? '' : "'xml'") . ")->$method()", $is_xml ? $this->xmlrpc[$old] : $rest);
            }
        }
        foreach ($uses ? self::matches('/->\s*(getAuthorizationUrl|requestAccessToken|refreshAccessToken|setToken|isTokenExpired)\s*\(/', $text) : [] as [$line, , $method]) {
            $found[] = self::entry($line, 'infusionsoft/php-sdk', "->$method()", $this->sdk[$method]);
        }
        return $found;
    }

    /** `Keap::contact()->create(` */
    private function laravelCalls(string $text): array
    {
        $found = [];
        foreach (self::matches('/\bKeap::\s*(\w+)\(\s*\)\s*->\s*(\w+)/', $text) as [$line, , $resource, $method]) {
            $found[] = self::entry($line, 'laravel-keap', "Keap::$resource()->$method()", $this->laravel["$resource.$method"] ?? [null, 'see docs/operations.md']);
        }
        return $found;
    }

    /** `Infusionsoft_ContactService::addToGroup(`, and its records: `new Infusionsoft_Contact(` */
    private function novakCalls(string $text): array
    {
        $found = [];
        foreach (self::matches('/\bInfusionsoft_(\w+Service)::\s*(\w+)\s*\(/', $text) as [$line, , $service, $method]) {
            $found[] = self::entry($line, 'novaksolutions', "Infusionsoft_$service::$method()", $this->xmlrpc["$service.$method"] ?? [null, '']);
        }
        foreach (self::matches('/\bnew\s+\\\\?Infusionsoft_(\w+)\s*\(/', $text) as [$line, , $record]) {
            $new = $record === 'Contact' ? ['infusionsoft_contact_get($id) and infusionsoft_contact_update($id, $changes)', 'there are no records: load and save are calls'] : [null, 'the operations of docs/operations.md'];
            $found[] = self::entry($line, 'novaksolutions', "new Infusionsoft_$record()", $new);
        }
        return $found;
    }

    /** keap/keap-sdk names its methods after Keap's operations. */
    private function keapSdkCalls(string $text): array
    {
        $found = [];
        if (preg_match('/\bKeap\\\\Core\\\\V2\b/', $text)) {
            foreach (self::matches('/->\s*((?:list|get|create|update|delete|apply|remove|add|achieve|send|link|unlink|merge|retrieve|run|cancel|assign|attach|detach|invoice|fetch|deactivate|adjust)[A-Z]\w*?)(?:WithHttpInfo|Async)?\s*\(/', $text) as [$line, , $operation]) {
                $found[] = self::entry($line, 'keap/keap-sdk', "->$operation()", [in_array($operation, ['createContact', 'updateContact', 'getContact', 'deleteContact'], true)
                    ? 'infusionsoft_contact_' . strtolower(substr($operation, 0, -7)) . '(…)' : "infusionsoft_call('$operation', …)"]);
            }
        }
        return $found;
    }

    /** 'ContactService.add' as a text: a client for XML-RPC of one's own. */
    private function methodNames(string $text): array
    {
        $found = [];
        foreach (self::matches('/[\'"]((?:API)?\w+Service\.\w+)[\'"]/', $text) as [$line, , $method]) {
            isset($this->xmlrpc[$method]) && $found[] = self::entry($line, 'XML-RPC', $method, $this->xmlrpc[$method]);
        }
        return $found;
    }

    /** @return list<list<mixed>> the line, and the groups of each match */
    private static function matches(string $pattern, string $text): array
    {
        preg_match_all($pattern, $text, $matches, PREG_SET_ORDER | PREG_OFFSET_CAPTURE);
        return array_map(static fn (array $groups): array => [substr_count($text, "\n", 0, $groups[0][1]) + 1, ...array_column($groups, 0)], $matches);
    }

    private static function entry(int $line, string $client, string $old, array $new): array
    {
        return ['line' => $line, 'client' => $client, 'old' => $old, 'new' => $new[0], 'note' => $new[1] ?? ''];
    }
}
