<?php

namespace Infusionsoft\Laravel;

use Infusionsoft\Exception;

/** Gives the settings in config/keap.php to the extension. */
final class Settings
{
    /** What is wrong with the settings; null when they apply. The pages and commands must work to show it. */
    private static ?string $problem = null;

    public static function apply(): void
    {
        self::$problem = null;
        // KEAP_ACCOUNT= in .env gives an empty text.
        $settings = array_filter(config()->array('keap.settings'), fn (mixed $value): bool => $value !== null && $value !== '');

        try {
            // Nothing to give is no reason to complain where php.ini forbids it.
            $settings === [] && ! ini_get('infusionsoft.configure') || infusionsoft_configure($settings);
        } catch (Exception|\ValueError $e) {
            self::$problem = $e->getMessage();
        }
    }

    /** @return \Closure(): void gives those settings that ini_set() can change the values that they have now */
    public static function setBack(): \Closure
    {
        $now = array_filter(ini_get_all('infusionsoft'), fn (array $setting): bool => $setting['access'] === INI_ALL);

        return fn () => array_walk($now, fn (array $setting, string $name) => ini_set($name, (string) $setting['local_value']));
    }

    public static function problem(): ?string
    {
        return self::$problem;
    }
}
