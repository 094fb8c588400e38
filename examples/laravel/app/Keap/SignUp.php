<?php

namespace App\Keap;

use Closure;
use Illuminate\Support\Facades\Cache;
use Infusionsoft\ApiException;
use Throwable;
use ValueError;

/**
 * One sign-up on its way to Keap: the contact, then its tag.
 *
 * A step that is done is remembered in the cache, so that a later try does not do it again. Nothing goes wrong if the
 * cache is emptied: infusionsoft_contact_upsert() looks for the contact first, and a contact has a tag once at most.
 */
final class SignUp
{
    /** How long a step is remembered, in seconds: longer than the job keeps trying. */
    private const REMEMBERED = 7 * 86_400;

    /**
     * @param string $id a uuid, the same for all tries
     * @param array{given_name: string, family_name: string, email: string, opt_in_reason?: string} $customer
     */
    public function __construct(private readonly string $id, private readonly array $customer) {}

    /** @throws Throwable when a step fails; call it again later: the steps that are done are skipped */
    public function send(): void
    {
        // Nothing is left to do, often because the request did it before the job began.
        if (Cache::has($this->key('tag')) || Cache::has($this->key('withdrawn'))) {
            return;
        }

        // First, because a contact without its tag would start none of the campaigns that the tag starts.
        $tag = SignUpTag::id();
        $contact = $this->once('contact', fn (): string => infusionsoft_contact_upsert($this->customer, fields: ['id'])['id']);

        $this->once('tag', function () use ($tag, $contact): string {
            try {
                infusionsoft_tag_apply($tag, $contact);
            } catch (ApiException $e) {
                $e->status === 404 && SignUpTag::forget();

                throw $e;
            }

            return $tag;
        });
    }

    /** Lets the job skip this sign-up: the visitor was asked to correct it, and sends the form again. */
    public function withdraw(): void
    {
        try {
            Cache::put($this->key('withdrawn'), '1', self::REMEMBERED);
        } catch (Throwable $e) {
            // The job will send it, and fail if Keap refuses it again.
            Report::exception($e);
        }
    }

    /** The field of the form whose content was refused; null for any other failure, which is not the visitor's. */
    public static function refusedField(Throwable $e): ?string
    {
        // Texts that begin with the name of a field, such as "email_addresses[0].email: is not an address".
        $texts = [];

        if ($e instanceof ValueError && preg_match('/\(\$contact\) contact\.(.+)/s', $e->getMessage(), $found) === 1) {
            $texts = [$found[1]];
        } elseif ($e instanceof ApiException && in_array($e->status, [400, 422], true)) {
            $details = $e->details; // a copy: the property is readonly
            array_walk_recursive($details, function (mixed $text) use (&$texts): void {
                $texts[] = is_string($text) ? $text : '';
            });
        }

        foreach ($texts as $text) {
            if (preg_match('/^(?:contact\.)?(?:(given_name|family_name|email)|email_addresses\[\d+\]\.email)\b/', $text, $found) === 1) {
                return $found[1] ?? 'email';
            }
        }

        return null;
    }

    /** @param Closure(): string $step */
    private function once(string $name, Closure $step): string
    {
        $key = $this->key($name);
        $done = Cache::get($key);

        if (! is_string($done)) {
            $done = $step();
            Cache::put($key, $done, self::REMEMBERED);
        }

        return $done;
    }

    private function key(string $name): string
    {
        return "keap.sign-up.$this->id.$name";
    }
}
