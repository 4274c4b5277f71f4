"""Addresses of sign-in: those of the sign-in library that this house uses, under the names it expects.

There is no sign-up, no change of e-mail address and no sign-in by a code sent by mail: those have no address.
"""

from allauth.account import views as account
from allauth.mfa.base import views as second_factor
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as app
from allauth.mfa.webauthn import views as keys
from allauth.socialaccount import views as council
from allauth.socialaccount.providers.openid_connect import urls as openid
from django.urls import include, path, re_path

from rightdoor.access.views.signing import no_password

urlpatterns = [
    path("", account.login, name="account_login"),
    path("out/", account.logout, name="account_logout"),
    path("inactive/", account.account_inactive, name="account_inactive"),
    path("again/", account.reauthenticate, name="account_reauthenticate"),
    path("password/", account.password_change, name="account_change_password"),
    path("password/none/", no_password, name="account_set_password"),
    path("password/link/", account.password_reset, name="account_reset_password"),
    path("password/link/sent/", account.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^password/link/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "password/link/done/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    path("second-step/", second_factor.index, name="mfa_index"),
    path("second-step/code/", second_factor.authenticate, name="mfa_authenticate"),
    path("second-step/again/", second_factor.reauthenticate, name="mfa_reauthenticate"),
    path("second-step/app/", app.activate_totp, name="mfa_activate_totp"),
    path("second-step/app/remove/", app.deactivate_totp, name="mfa_deactivate_totp"),
    path("second-step/codes/", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("second-step/codes/new/", codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("second-step/codes/file/", codes.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("second-step/keys/", keys.list_webauthn, name="mfa_list_webauthn"),
    path("second-step/keys/add/", keys.add_webauthn, name="mfa_add_webauthn"),
    path("second-step/keys/again/", keys.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("second-step/keys/<int:pk>/remove/", keys.remove_webauthn, name="mfa_remove_webauthn"),
    path("second-step/keys/<int:pk>/rename/", keys.edit_webauthn, name="mfa_edit_webauthn"),
    path("council/stopped/", council.login_cancelled, name="socialaccount_login_cancelled"),
    path("council/failed/", council.login_error, name="socialaccount_login_error"),
    path("council/unknown/", council.signup, name="socialaccount_signup"),
    path("council/", include(openid)),
]
