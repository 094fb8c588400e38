<?php

namespace App\Keap;

use Illuminate\Support\Facades\Cache;
use RuntimeException;

/** The tag that new customers get. config/keap.php has its id or its name. */
final class SignUpTag
{
    /** How long the id of a tag that was read is used without reading it again, in seconds. */
    private const REMEMBERED = 3_600;

    public static function id(): string
    {
        $id = Cache::get(self::key());

        return is_string($id) ? $id : self::read();
    }

    /** Asks Keap, always. */
    public static function read(): string
    {
        $tag = self::configured();
        // infusionsoft_tag_find() may know the id without asking Keap, so the tag with this id is read as well.
        $id = ctype_digit($tag) ? $tag : infusionsoft_tag_find($tag)['id']
            ?? throw new RuntimeException("Keap has no tag with the name \"$tag\". Create it in Keap, or correct KEAP_SIGNUP_TAG in .env.");
        infusionsoft_call('getTag', ['tag_id' => $id]);
        Cache::put(self::key(), $id, self::REMEMBERED);

        return $id;
    }

    public static function forget(): void
    {
        Cache::forget(self::key());
    }

    private static function key(): string
    {
        return 'keap.tag.'.ini_get('infusionsoft.account').'.'.self::configured();
    }

    private static function configured(): string
    {
        $tag = config('keap.signup_tag');

        return is_string($tag) && $tag !== '' ? $tag : throw new RuntimeException('KEAP_SIGNUP_TAG is not set. Set it in .env to the id or the name of a tag.');
    }
}
