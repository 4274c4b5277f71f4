"""Addresses of accounts. They hold random numbers only."""

from django.urls import path

from rightdoor.access.views import accounts

app_name = "access"
urlpatterns = [
    path("", accounts.account_list, name="account-list"),
    path("mine/", accounts.account_own, name="account-own"),
    path("open/", accounts.account_open, name="account-open"),
    path("<uuid:practitioner_id>/", accounts.account_see, name="account-see"),
    path("<uuid:practitioner_id>/change/", accounts.account_change, name="account-change"),
    path("<uuid:practitioner_id>/close/", accounts.account_end, name="account-end"),
    path("<uuid:practitioner_id>/open-again/", accounts.account_reopen, name="account-reopen"),
    path("<uuid:practitioner_id>/roles/give/", accounts.role_give, name="role-give"),
    path("<uuid:practitioner_id>/roles/end/", accounts.role_end, name="role-end"),
]
