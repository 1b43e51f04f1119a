"""What does a reviewer take home?"""
