PHP_ARG_ENABLE([infusionsoft],
  [whether to enable Keap (Infusionsoft) support],
  [AS_HELP_STRING([--enable-infusionsoft], [Enable Keap (Infusionsoft) support])])

PHP_ARG_WITH([infusionsoft-redis],
  [whether infusionsoft can share grants through Redis],
  [AS_HELP_STRING([--with-infusionsoft-redis], [infusionsoft: several machines can share grants through Redis, by hiredis (default: where it is found)])],
  [auto], [no])

PHP_ARG_ENABLE([infusionsoft-dev],
  [whether to build infusionsoft for its developers],
  [AS_HELP_STRING([--enable-infusionsoft-dev], [infusionsoft: every warning an error, and points at which a test can kill it])],
  [no], [no])

PHP_ARG_ENABLE([infusionsoft-helper],
  [whether infusionsoft exchanges tokens by its helper program],
  [AS_HELP_STRING([--enable-infusionsoft-helper], [infusionsoft: exchange tokens by the helper program (Linux), as PHP with threads always does])],
  [no], [no])

if test "$PHP_INFUSIONSOFT" != "no"; then
  AC_PATH_PROG([PKG_CONFIG], [pkg-config], [no])
  if test "$PKG_CONFIG" = "no"; then
    AC_MSG_ERROR([infusionsoft needs pkg-config to find libcurl and libsodium. Install it: pkg-config (Debian), pkgconf (Alpine, Fedora, Homebrew).])
  fi

  AC_MSG_CHECKING([for libcurl >= 7.76])
  if ! "$PKG_CONFIG" --exists "libcurl >= 7.76"; then
    AC_MSG_RESULT([no])
    AC_MSG_ERROR([infusionsoft needs libcurl >= 7.76 with its headers. Install it: libcurl4-openssl-dev (Debian, Ubuntu), curl-dev (Alpine), libcurl-devel (Fedora), curl (Homebrew).])
  fi
  INFUSIONSOFT_LIBCURL_CFLAGS=`$PKG_CONFIG --cflags libcurl`
  INFUSIONSOFT_LIBCURL_LIBS=`$PKG_CONFIG --libs libcurl`
  infusionsoft_found=`$PKG_CONFIG --modversion libcurl`
  AC_MSG_RESULT([$infusionsoft_found])

  AC_MSG_CHECKING([for libsodium >= 1.0.14])
  if ! "$PKG_CONFIG" --exists "libsodium >= 1.0.14"; then
    AC_MSG_RESULT([no])
    AC_MSG_ERROR([infusionsoft needs libsodium >= 1.0.14 with its headers. Install it: libsodium-dev (Debian, Ubuntu, Alpine), libsodium-devel (Fedora), libsodium (Homebrew).])
  fi
  INFUSIONSOFT_LIBSODIUM_CFLAGS=`$PKG_CONFIG --cflags libsodium`
  INFUSIONSOFT_LIBSODIUM_LIBS=`$PKG_CONFIG --libs libsodium`
  infusionsoft_found=`$PKG_CONFIG --modversion libsodium`
  AC_MSG_RESULT([$infusionsoft_found])

  infusionsoft_redis=
  if test "$PHP_INFUSIONSOFT_REDIS" != "no"; then
    AC_MSG_CHECKING([for hiredis >= 0.14])
    if "$PKG_CONFIG" --exists "hiredis >= 0.14"; then
      infusionsoft_found=`$PKG_CONFIG --modversion hiredis`
      AC_MSG_RESULT([$infusionsoft_found])
      infusionsoft_redis=hiredis
    else
      AC_MSG_RESULT([no])
      if test "$PHP_INFUSIONSOFT_REDIS" != "auto"; then
        AC_MSG_ERROR([--with-infusionsoft-redis needs hiredis >= 0.14 with its headers. Install it: libhiredis-dev (Debian, Ubuntu), hiredis-dev (Alpine), hiredis-devel (Fedora), hiredis (Homebrew).])
      fi
    fi
  fi
  if test -n "$infusionsoft_redis"; then
    INFUSIONSOFT_REDIS_CFLAGS="-DISOFT_REDIS=1"
    AC_MSG_CHECKING([for the SSL part of hiredis >= 1.0, and OpenSSL])
    if "$PKG_CONFIG" --exists "hiredis_ssl >= 1.0 openssl"; then
      AC_MSG_RESULT([yes])
      infusionsoft_redis="hiredis hiredis_ssl openssl"
      INFUSIONSOFT_REDIS_CFLAGS="$INFUSIONSOFT_REDIS_CFLAGS -DISOFT_REDIS_TLS=1"
    else
      AC_MSG_RESULT([no])
    fi
    INFUSIONSOFT_HIREDIS_CFLAGS=`$PKG_CONFIG --cflags $infusionsoft_redis`
    INFUSIONSOFT_HIREDIS_LIBS=`$PKG_CONFIG --libs $infusionsoft_redis`
  fi

  PHP_EVAL_INCLINE([$INFUSIONSOFT_LIBCURL_CFLAGS $INFUSIONSOFT_LIBSODIUM_CFLAGS $INFUSIONSOFT_HIREDIS_CFLAGS])
  PHP_EVAL_LIBLINE([$INFUSIONSOFT_LIBCURL_LIBS $INFUSIONSOFT_LIBSODIUM_LIBS $INFUSIONSOFT_HIREDIS_LIBS], [INFUSIONSOFT_SHARED_LIBADD])

  dnl What finds a function at its first call saves the vector registers on the stack, and pieces of a token with them.
  AC_MSG_CHECKING([whether the linker can have all functions found at the start])
  infusionsoft_ldflags=$LDFLAGS
  LDFLAGS="$LDFLAGS -Wl,-z,now"
  AC_LINK_IFELSE([AC_LANG_PROGRAM([], [])],
    [AC_MSG_RESULT([yes]); INFUSIONSOFT_SHARED_LIBADD="$INFUSIONSOFT_SHARED_LIBADD -Wl,-z,now"],
    [AC_MSG_RESULT([no])])
  LDFLAGS=$infusionsoft_ldflags
  PHP_SUBST([INFUSIONSOFT_SHARED_LIBADD])

  INFUSIONSOFT_CFLAGS="-std=gnu11 -fvisibility=hidden -DZEND_ENABLE_STATIC_TSRMLS_CACHE=1 $INFUSIONSOFT_REDIS_CFLAGS"
  if test "$PHP_INFUSIONSOFT_DEV" != "no"; then
    INFUSIONSOFT_CFLAGS="$INFUSIONSOFT_CFLAGS -Wall -Wextra -Wno-unused-parameter -Werror -DISOFT_CRASH_POINTS=1 -DISOFT_ASSERTS=1"
  fi

  dnl The folders of PHP_NEW_EXTENSION are not set before it is called, and PECL builds outside the sources.
  infusionsoft_srcdir=PHP_EXT_SRCDIR([infusionsoft])
  infusionsoft_builddir=PHP_EXT_BUILDDIR([infusionsoft])

  dnl A process with threads must not fork without exec: there the exchange runs in a program of its own, which becomes
  dnl part of the extension's file. It is made by the same compiler, so a cross build makes it for the same machine.
  infusionsoft_helper=no
  case $host_os in
    linux*) test "$PHP_THREAD_SAFETY" != "yes" && test "$PHP_INFUSIONSOFT_HELPER" = "no" || infusionsoft_helper=yes ;;
  esac
  if test "$infusionsoft_helper" = "yes"; then
    INFUSIONSOFT_HELPER_CFLAGS="-std=gnu11 -I$infusionsoft_srcdir/ext $INFUSIONSOFT_LIBCURL_CFLAGS $INFUSIONSOFT_LIBSODIUM_CFLAGS $INFUSIONSOFT_HIREDIS_CFLAGS $INFUSIONSOFT_REDIS_CFLAGS"
    if test "$PHP_INFUSIONSOFT_DEV" != "no"; then
      INFUSIONSOFT_HELPER_CFLAGS="$INFUSIONSOFT_HELPER_CFLAGS -Wall -Wextra -Werror -DISOFT_CRASH_POINTS=1 -DISOFT_ASSERTS=1"
    else
      INFUSIONSOFT_HELPER_CFLAGS="$INFUSIONSOFT_HELPER_CFLAGS -s"
    fi
    INFUSIONSOFT_HELPER_LIBS="$INFUSIONSOFT_LIBCURL_LIBS $INFUSIONSOFT_LIBSODIUM_LIBS $INFUSIONSOFT_HIREDIS_LIBS -Wl,-z,now"
    for flag in $INFUSIONSOFT_HELPER_LIBS; do
      case $flag in
        -L*) INFUSIONSOFT_HELPER_LIBS="$INFUSIONSOFT_HELPER_LIBS -Wl,-rpath,`echo "$flag" | sed 's/^-L//'`" ;;
      esac
    done
    for source in `cd "$infusionsoft_srcdir" && ls $(cat ext/exchange_helper.sources)`; do
      case $source in
        *_win32.c) ;;
        ext/redis/*) test -z "$infusionsoft_redis" || INFUSIONSOFT_HELPER_SOURCES="$INFUSIONSOFT_HELPER_SOURCES $infusionsoft_srcdir/$source" ;;
        *) INFUSIONSOFT_HELPER_SOURCES="$INFUSIONSOFT_HELPER_SOURCES $infusionsoft_srcdir/$source" ;;
      esac
    done
    INFUSIONSOFT_HELPER_HEADERS=`echo "$infusionsoft_srcdir"/ext/auth/*.h "$infusionsoft_srcdir"/ext/net/*.h "$infusionsoft_srcdir"/ext/redis/*.h "$infusionsoft_srcdir"/ext/store/*.h "$infusionsoft_srcdir"/ext/support/*.h`
    PHP_SUBST([INFUSIONSOFT_HELPER_CFLAGS])
    PHP_SUBST([INFUSIONSOFT_HELPER_LIBS])
    PHP_SUBST([INFUSIONSOFT_HELPER_SOURCES])
    PHP_SUBST([INFUSIONSOFT_HELPER_HEADERS])
    dnl The assembler looks for the program in this folder.
    INFUSIONSOFT_CFLAGS="$INFUSIONSOFT_CFLAGS -DISOFT_EXCHANGE_HELPER=1 -Wa,-I$infusionsoft_builddir"
  fi

  INFUSIONSOFT_SOURCES="ext/infusionsoft.c"
  for room in `cat "$infusionsoft_srcdir/ext/rooms"`; do
    test "$room" != "redis" || test -n "$infusionsoft_redis" || continue
    for source in `cd "$infusionsoft_srcdir" && ls ext/$room/*.c`; do
      case $source in
        *_win32.c) ;;
        *) INFUSIONSOFT_SOURCES="$INFUSIONSOFT_SOURCES $source" ;;
      esac
    done
    PHP_ADD_BUILD_DIR([$infusionsoft_builddir/ext/$room], [1])
  done

  PHP_NEW_EXTENSION([infusionsoft], [$INFUSIONSOFT_SOURCES], [$ext_shared],, [$INFUSIONSOFT_CFLAGS])
  PHP_ADD_INCLUDE([$infusionsoft_srcdir/ext])
  if test "$infusionsoft_helper" = "yes"; then
    PHP_ADD_MAKEFILE_FRAGMENT([$infusionsoft_srcdir/Makefile.frag], [$infusionsoft_srcdir], [$infusionsoft_builddir])
  fi
  PHP_ADD_EXTENSION_DEP([infusionsoft], [json])
  PHP_ADD_EXTENSION_DEP([infusionsoft], [pcre])
fi
