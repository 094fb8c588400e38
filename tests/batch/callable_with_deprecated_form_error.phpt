--TEST--
A callable in a form that PHP deprecates works, or throws what the error handler throws, and then nothing has changed
--SKIPIF--
<?php
if (PHP_VERSION_ID < 80200 || PHP_VERSION_ID >= 90000) {
    echo 'skip these forms are deprecated in PHP 8.2 and later';
}
?>
--FILE--
<?php
class Parents
{
    public static function x(): array
    {
        return ['id' => 'x'];
    }
}

final class Calls extends Parents
{
    public static function run(): void
    {
        infusionsoft_fake(['getContact' => ['id' => 'before']]);
        foreach ([['self', 'x'], 'parent::x', ['Calls', 'parent::x']] as $callable) {
            foreach (['infusionsoft_fake', 'infusionsoft_logger', 'infusionsoft_batch', 'progress'] as $place) {
                try {
                    match ($place) {
                        'infusionsoft_batch' => iterator_to_array(infusionsoft_batch([$callable])),
                        'progress' => iterator_to_array(infusionsoft_batch([fn () => 1], $callable)),
                        default => $place($callable),
                    };
                    echo "$place: taken\n";
                } catch (ErrorException $error) {
                    echo "$place: ", substr($error->getMessage(), 0, 22), ', ', infusionsoft_contact_get(1)['id'], "\n";
                }
            }
        }
    }
}

set_error_handler(fn (int $level, string $message) => throw new ErrorException($message));
Calls::run();
set_error_handler(fn () => true);
Calls::run();
echo infusionsoft_contact_get(1)['id'], "\n";
?>
--EXPECT--
infusionsoft_fake: Use of "self" in calla, before
infusionsoft_logger: Use of "self" in calla, before
infusionsoft_batch: Use of "self" in calla, before
progress: Use of "self" in calla, before
infusionsoft_fake: Use of "parent" in cal, before
infusionsoft_logger: Use of "parent" in cal, before
infusionsoft_batch: Use of "parent" in cal, before
progress: Use of "parent" in cal, before
infusionsoft_fake: Callables of the form , before
infusionsoft_logger: Callables of the form , before
infusionsoft_batch: Callables of the form , before
progress: Callables of the form , before
infusionsoft_fake: taken
infusionsoft_logger: taken
infusionsoft_batch: taken
progress: taken
infusionsoft_fake: taken
infusionsoft_logger: taken
infusionsoft_batch: taken
progress: taken
infusionsoft_fake: taken
infusionsoft_logger: taken
infusionsoft_batch: taken
progress: taken
x
