--TEST--
Whatever the logger throws becomes one warning: with a message that is no string, without one, with a destructor that throws
--FILE--
<?php
set_error_handler(fn (int $level, string $message) => throw new ErrorException($message));

final class ArrayMessage extends Exception
{
    protected $message = ['no string'];
}

final class ObjectMessage extends Exception
{
    public function __construct()
    {
        $this->message = new class {
            public function __toString(): string
            {
                throw new LogicException('from __toString()');
            }
        };
    }
}

final class NoMessage extends Exception
{
    public function __construct()
    {
        unset($this->message);
    }

    public function __get(string $name): string
    {
        throw new LogicException('from __get()');
    }
}

class ThrowsWhenReleased extends Exception
{
    public function __destruct()
    {
        throw new LogicException('from __destruct()');
    }
}

final class HoldsOne extends Exception
{
    public function __construct(public object $held = new ThrowsWhenReleased())
    {
        parent::__construct('holds one');
    }
}

infusionsoft_fake([]);
foreach (['ArrayMessage', 'ObjectMessage', 'NoMessage', 'ThrowsWhenReleased', 'HoldsOne'] as $class) {
    infusionsoft_logger(fn () => throw new $class());
    echo infusionsoft_contact_create(['email' => 'a@example.com'])['id'], "\n";
}
infusionsoft_logger(fn () => throw new ErrorException('an error'));
infusionsoft_fake(['*' => 503]);
try {
    infusionsoft_contact_get(1);
} catch (Infusionsoft\ApiException $exception) {
    echo get_class($exception), "\n";
}
?>
--EXPECTF--
Warning: infusionsoft_contact_create(): The logger threw ArrayMessage:  in %s on line %d
1

Warning: infusionsoft_contact_create(): The logger threw ObjectMessage:  in %s on line %d
2

Warning: infusionsoft_contact_create(): The logger threw NoMessage:  in %s on line %d
3

Warning: infusionsoft_contact_create(): The logger threw ThrowsWhenReleased:  in %s on line %d
4

Warning: infusionsoft_contact_create(): The logger threw HoldsOne: holds one in %s on line %d
5

Warning: infusionsoft_contact_get(): The logger threw ErrorException: an error in %s on line %d
Infusionsoft\ApiException
