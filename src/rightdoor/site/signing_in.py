"""Settings of signing in: who one is, how often one may guess, how long one stays in."""

from rightdoor.site import environment as env
from rightdoor.site.mode import MODE, PRODUCTION

# Password and second factor by allauth, lockout by axes, single sign-on as configuration.
AUTH_USER_MODEL = "access.Practitioner"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = (
    ["django.contrib.auth.hashers.MD5PasswordHasher"]
    if MODE == "test"
    else [
        "django.contrib.auth.hashers.Argon2PasswordHasher",
        "django.contrib.auth.hashers.PBKDF2PasswordHasher",
    ]
)
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("email", "name")},
    },
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "web:today"
ACCOUNT_ADAPTER = "rightdoor.access.adapters.AccountAdapter"
MFA_ADAPTER = "rightdoor.access.adapters.SecondFactorAdapter"
SOCIALACCOUNT_ADAPTER = "rightdoor.access.adapters.SingleSignOnAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # accounts are made by an agency's administrator, never by sign-up
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_NOTIFICATIONS = True
# A lockout (below) stops guessing at one account from one place; this stops it from many places.
ACCOUNT_RATE_LIMITS = {"login_failed": "60/m/ip,20/10m/key"}
ACCOUNT_FORMS = {
    "login": "rightdoor.access.forms.signing.SignIn",
    "reauthenticate": "rightdoor.access.forms.signing.Confirm",
    "change_password": "rightdoor.access.forms.signing.ChangePassword",
    "reset_password": "rightdoor.access.forms.signing.AskForLink",
    "reset_password_from_key": "rightdoor.access.forms.signing.ChoosePassword",
}
MFA_FORMS = {
    "authenticate": "rightdoor.access.forms.signing.SecondFactor",
    "reauthenticate": "rightdoor.access.forms.signing.ConfirmSecondFactor",
    "activate_totp": "rightdoor.access.forms.signing.SetUpApp",
    "add_webauthn": "rightdoor.access.forms.signing.AddKey",
    "edit_webauthn": "rightdoor.access.forms.signing.RenameKey",
}
PASSWORD_RESET_TIMEOUT = 24 * 3600
ALLAUTH_TRUSTED_PROXY_COUNT = env.whole_number("RIGHTDOOR_PROXIES", 1) if PRODUCTION else 0
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_TOTP_ISSUER = "Rightdoor"
# A code is good for one step more on either side: phones drift and people type slowly (RFC 6238, 5.2).
MFA_TOTP_TOLERANCE = 1
SECOND_FACTOR_REQUIRED = PRODUCTION or env.flag("RIGHTDOOR_SECOND_FACTOR", default=False)
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.5  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_CALLABLE = "rightdoor.access.adapters.name_tried"
AXES_LOCKOUT_CALLABLE = "rightdoor.access.views.locked_out"
AXES_HTTP_RESPONSE_CODE = 429
AXES_ENABLED = MODE != "test" or env.flag("RIGHTDOOR_TEST_LOCKOUT", default=False)
AXES_RESET_ON_SUCCESS = True
OIDC_NAME = ""
if env.text("RIGHTDOOR_OIDC_SERVER", ""):
    OIDC_NAME = env.text("RIGHTDOOR_OIDC_NAME", "your council account")
    SOCIALACCOUNT_PROVIDERS = {
        "openid_connect": {
            "OAUTH_PKCE_ENABLED": True,
            "APPS": [
                {
                    "provider_id": "council",
                    "name": OIDC_NAME,
                    "client_id": env.text("RIGHTDOOR_OIDC_CLIENT"),
                    "secret": env.text("RIGHTDOOR_OIDC_SECRET"),
                    "settings": {
                        "server_url": env.text("RIGHTDOOR_OIDC_SERVER"),
                        # Addresses in these domains are taken to be checked by the council itself.
                        "verified_email": env.words("RIGHTDOOR_OIDC_DOMAINS"),
                    },
                }
            ],
        }
    }
OIDC_ASKS_SECOND_FACTOR = env.flag("RIGHTDOOR_OIDC_ASKS_SECOND_FACTOR", default=False)
# Signed out after this long without a page, and at the latest after a working day.
SESSION_COOKIE_AGE = env.whole_number("RIGHTDOOR_SESSION_MINUTES", 60) * 60
SESSION_HOURS = env.whole_number("RIGHTDOOR_SESSION_HOURS", 12)
SESSION_SAVE_EVERY_REQUEST = False
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PRODUCTION
# What a page says next may name a child: it stays in the session and never travels in a cookie.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
